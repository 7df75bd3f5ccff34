// The one storage of a course opened from a disk; see FileHub.java. Answers its parent page's messages:
// {all: prefix} -> {entries: [key, value, …]}, {put: key, value: text or null}, and for own pictures
// {picture: 'get' | 'put' | 'remove', key, file} -> {file, why}.
(function () {
  'use strict';
  if (window.parent === window || location.protocol !== 'file:') return;

  function why(error) {
    return error && /quota/i.test(error.name) ? 'full' : 'forbidden';
  }

  function entries(prefix) {
    var found = [];
    try {
      for (var i = 0; i < localStorage.length; i++) {
        var key = localStorage.key(i);
        if (key.indexOf(prefix) === 0) found.push(key.substring(prefix.length), localStorage.getItem(key));
      }
    } catch (e) { /* a forbidden storage holds nothing */ }
    return found;
  }

  function put(key, value) {
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
      return '';
    } catch (e) {
      return why(e);
    }
  }

  function pictures(mode, use, answer) {
    try {
      var opening = indexedDB.open('mirador', 1);
      opening.onupgradeneeded = function () { opening.result.createObjectStore('pictures'); };
      opening.onerror = function () { answer({file: null, why: why(opening.error)}); };
      opening.onsuccess = function () {
        try {
          var change = opening.result.transaction('pictures', mode);
          var request = use(change.objectStore('pictures'));
          change.oncomplete = function () {
            answer({file: mode === 'readonly' ? request.result || null : null, why: ''});
          };
          change.onabort = function () { answer({file: null, why: why(change.error)}); };
        } catch (e) {
          answer({file: null, why: why(e)});
        }
      };
    } catch (e) {
      answer({file: null, why: why(e)});
    }
  }

  addEventListener('message', function (event) {
    var message = event.data;
    if (event.source !== window.parent || !message) return;
    function answer(data) {
      data.number = message.number;
      event.source.postMessage(data, '*');
    }
    if (message.all !== undefined) {
      answer({entries: entries(message.all)});
    } else if (message.put !== undefined) {
      answer({why: put(message.put, message.value)});
    } else if (message.picture === 'get') {
      pictures('readonly', function (store) { return store.get(message.key); }, answer);
    } else if (message.picture === 'put') {
      pictures('readwrite', function (store) { return store.put(message.file, message.key); }, answer);
    } else if (message.picture === 'remove') {
      pictures('readwrite', function (store) { return store.delete(message.key); }, answer);
    }
  });
  window.parent.postMessage({hub: 'ready'}, '*');
})();
