package mirador.training.scenes;

import java.util.List;
import java.util.Map;

/** The cat as a hand-set sprite: at this size each pixel is a decision, not a sample. */
final class CatSprite {
  static final Sprite SITTING =
      new Sprite(
          List.of(
              ".....4..................4...........",
              "....414................414..........",
              "....4114..............4114..........",
              "....41p144..........441p14..........",
              "....41pp14444444444441pp14..........",
              "....42pp22232233223222pp24..........",
              "....4122222322332232222224..........",
              "....4122kkk22222222kkk2234..........",
              "....412khhkk222222khhkk234..........",
              "....332khkek222222khkek333..........",
              "....412kkeek222222kkeek234..........",
              ".WWW3322kkk2wwnnww2kkk2333WWW.......",
              "....41bb222wmwmmwmw222bb34..........",
              "..WW4bb2wwwwwmwwmwwwww2bb4WW........",
              ".W...4122wwwwwwwwwwww2234...W..44...",
              "......44122wwwwwwww22344......4114..",
              "........4CCCCCCCCCCCC4.......411224.",
              "........4cccccggccccc4.......433334.",
              ".......4122wwggggww2234.......42234.",
              "......41222wwwGGwww22234......42234.",
              "......43332wwwwwwww33334......43334.",
              ".....42222wwwwwwwwww22234.....42234.",
              "....4222222wwwwwwww2222234....42234.",
              "....433322422wwww224233334...433334.",
              "....4222224222332224222234..422234..",
              "...433322242223322242233334422234...",
              "...422222242223322242222223333334...",
              "...433324wwwww44wwwww42333233344....",
              "....4444444444..44444444444444......"),
          Map.ofEntries(
              Map.entry('w', Tint.of(0xFFF4E2)),
              Map.entry('W', Tint.of(0xFFFFFF)),
              Map.entry('b', Tint.of(0xF79A72)),
              Map.entry('m', Tint.of(0x8A4A45)),
              Map.entry('p', Tint.of(0xF79AA6)),
              Map.entry('n', Tint.of(0xE8607A)),
              Map.entry('k', Tint.of(0x2A1B33)),
              Map.entry('e', Tint.of(0x8FDB57)),
              Map.entry('h', Tint.of(0xFFFFFF)),
              Map.entry('c', Tint.of(0x2F7FD8)),
              Map.entry('C', Tint.of(0x2459A8)),
              Map.entry('g', Tint.of(0xFFD54A)),
              Map.entry('G', Tint.of(0xC98A1E))));

  private CatSprite() {}
}
