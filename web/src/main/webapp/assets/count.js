/* The − and + beside a number. Without script the number alone is there, to be typed. */
(function () {
  'use strict';
  document.querySelectorAll('[data-count]').forEach(function (box) {
    var field = box.querySelector('input');
    var step = Number(box.dataset.count);
    var least = Math.max(Number(box.dataset.least), step > 1 ? step : 0);
    var most = Math.pow(10, field.maxLength) - 1;
    var buttons = box.querySelectorAll('button');

    function number() {
      return /^\d+$/.test(field.value.trim()) ? Number(field.value) : 0;
    }

    function show() {
      buttons[0].setAttribute('aria-disabled', number() <= least);
    }

    buttons.forEach(function (button) {
      button.hidden = false;
      button.addEventListener('click', function () {
        field.value = Math.min(most, Math.max(least, number() + step * Number(button.value)));
        show();
      });
    });
    field.addEventListener('input', show);
    show();
  });
})();
