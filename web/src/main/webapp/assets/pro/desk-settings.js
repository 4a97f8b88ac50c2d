/* The settings of the commercial desk: lines come and go before anything is saved, Enter makes a code a chip, what is not saved is
   counted, and nobody leaves it behind unasked. Everything is checked again where it is saved. */
(function () {
  var form = document.querySelector('form.hl-setup');
  if (!form) { return; }
  var counter = form.querySelector('[data-unsaved]');
  var touched = new Set();
  var leaving = false;
  function count() {
    var n = touched.size;
    if (counter.dataset.unsaved === 'true' && n === 0) { return; }
    counter.hidden = n === 0;
    counter.textContent = (n === 1 ? counter.dataset.one : counter.dataset.many).replace('{0}', n);
  }
  function touch(what) { touched.add(what); count(); }
  function typing(event) { touch(event.target.closest('[data-row]') || event.target); }
  form.addEventListener('input', typing);
  form.addEventListener('change', typing);
  var acts = {
    addRow: function (button) {
      var list = button.closest('.hl-list');
      var row = list.querySelector('template').content.firstElementChild.cloneNode(true);
      var none = list.querySelector('.hl-none');
      if (none) { none.remove(); }
      button.before(row);
      row.querySelector('select,input:not([type=hidden])').focus();
      touch(row);
    },
    dropRow: function (button) {
      var row = button.closest('[data-row]');
      var next = row.nextElementSibling || row.previousElementSibling;
      row.remove();
      touch(row);
      var to = next && (next.matches('button,input') ? next : next.querySelector('button,input:not([type=hidden])'));
      if (to) { to.focus(); }
    },
    house: function (button) {
      var area = document.getElementById(button.dataset.of);
      area.value = area.dataset.house;
      area.focus();
      touch(area);
    }
  };
  form.addEventListener('click', function (event) {
    var button = event.target.closest('[data-act]');
    if (button && acts[button.dataset.act]) { acts[button.dataset.act](button); }
  });
  var typed = form.querySelector('.ui-chips-input-token input');
  typed.addEventListener('keydown', function (event) {
    if (event.key !== 'Enter' || event.isComposing) { return; }
    event.preventDefault();
    var code = typed.value.trim();
    var taken = Array.prototype.some.call(form.querySelectorAll('[data-chips] input[type=hidden]'), function (one) {
      return one.value.toLowerCase() === code.toLowerCase();
    });
    if (!code || taken) { typed.select(); return; }
    var chip = document.createElement('li');
    chip.className = 'ui-chips-token ui-state-active';
    chip.dataset.row = '';
    var kept = document.createElement('input');
    kept.type = 'hidden'; kept.name = 'catalogue'; kept.value = code;
    var label = document.createElement('span');
    label.className = 'ui-chips-token-label'; label.textContent = code;
    var drop = document.createElement('button');
    drop.type = 'button'; drop.className = 'hl-chip-x'; drop.dataset.act = 'dropRow';
    drop.title = form.querySelector('[data-chip]').dataset.label;
    drop.setAttribute('aria-label', drop.title + ' ' + code);
    drop.innerHTML = '<span class="hi hi-close" aria-hidden="true"></span>';
    chip.append(kept, label, drop);
    typed.parentNode.before(chip);
    typed.value = '';
    touched.delete(typed);
    touch(chip);
  });
  document.addEventListener('keydown', function (event) {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
      event.preventDefault();
      document.getElementById('save').click();
    }
  });
  form.addEventListener('submit', function () { leaving = true; });
  addEventListener('beforeunload', function (event) {
    if (touched.size > 0 && !leaving) { event.preventDefault(); }
  });
})();
