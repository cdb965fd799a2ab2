/* global document, window */
/* Written for every browser: shows the plain page where the console's own scripts could not run. */
(function () {
  var can =
    'noModule' in document.createElement('script') &&
    'replaceChildren' in document.documentElement &&
    typeof String.prototype.replaceAll === 'function' &&
    'showModal' in document.createElement('dialog');
  if (can) return;
  window.onload = function () {
    document.getElementById('too-old').removeAttribute('hidden');
  };
})();
