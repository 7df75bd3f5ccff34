/**
 * The scaffolding every widget shares: {@link mirador.web.widget.Mounter} finds the widgets of a
 * page and mounts each when it comes near the screen; {@link mirador.web.widget.WidgetFrame} gives
 * it its slots (result, play area, controls, actions), its settings with their place in the
 * address, presets, reset, link and table. A {@link mirador.web.widget.Widget} itself only builds
 * and updates.
 */
package mirador.web.widget;
