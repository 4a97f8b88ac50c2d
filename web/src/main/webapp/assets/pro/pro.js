/* The back office's own behaviour: light or dark, the search zone, rows that unfold, the phone's menu. No markup is made here. */
(function () {
  var root = document.documentElement;
  function kept(value) {
    try {
      if (value) { localStorage.setItem('halleTheme', value); }
      return localStorage.getItem('halleTheme');
    } catch (denied) {
      return null;
    }
  }
  if (kept()) { root.dataset.theme = kept(); }

  function toggleTheme() {
    var dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme:dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    kept(root.dataset.theme);
  }

  function searchZone(open) {
    var zone = document.querySelector('.hl-search');
    if (!zone) { return; }
    zone.hidden = open === undefined ? !zone.hidden : !open;
    if (!zone.hidden) { zone.querySelector('input:not([type=hidden])').focus(); }
  }

  function unfold(toggler) {
    if (toggler.tagName === 'SUMMARY') {
      toggler.parentNode.open = !toggler.parentNode.open;
      return;
    }
    var open = toggler.getAttribute('aria-expanded') === 'true';
    var row = toggler.closest('tr');
    toggler.setAttribute('aria-expanded', String(!open));
    row.classList.toggle('ui-expanded-row', !open);
    row.nextElementSibling.hidden = open;
  }

  /* The phone's menu: focus goes into it, and comes back to its button. */
  function menu(button, open) {
    var opens = document.body.classList.toggle('hl-menu-open', open);
    button.setAttribute('aria-expanded', String(opens));
    (opens ? document.querySelector('.hl-nav a') : button).focus();
  }

  function ticks() {
    return Array.prototype.slice.call(document.querySelectorAll('.hl-tick input[form]'));
  }
  function tickAll(all) {
    ticks().forEach(function (tick) { tick.checked = all.checked; });
    countTicks();
  }
  function countTicks() {
    var count = document.querySelector('[data-count=many]');
    if (count) { count.textContent = ticks().filter(function (tick) { return tick.checked; }).length; }
  }
  document.addEventListener('change', countTicks);

  var acts = {
    theme: toggleTheme,
    search: function () { searchZone(true); },
    hideSearch: function () { searchZone(false); },
    menu: menu,
    unfold: unfold,
    tickAll: tickAll,
    print: function () { window.print(); }
  };

  document.addEventListener('click', function (event) {
    var act = event.target.closest('[data-act]');
    // A row does what its button does, but where a link was pressed, or words were marked to be copied.
    if (act && act.dataset.act === 'row') {
      act = event.target.closest('a') || String(getSelection()) ? null : act.querySelector('[data-act]');
    }
    // A page may have acts of its own.
    if (act && acts[act.dataset.act]) {
      if (act.tagName === 'A') { event.preventDefault(); }
      acts[act.dataset.act](act);
    }
    document.querySelectorAll('details.hl-drop[open]').forEach(function (drop) {
      if (!drop.contains(event.target)) { drop.open = false; }
    });
  });

  /* A search's address names what is searched for, and nothing else. */
  document.addEventListener('formdata', function (event) {
    if (!event.target.matches('.hl-search')) { return; }
    Array.from(event.formData).forEach(function (field) {
      if (field[1] === '') { event.formData.delete(field[0]); }
    });
  });

  document.addEventListener('keydown', function (event) {
    var typing = /INPUT|TEXTAREA|SELECT/.test(event.target.tagName);
    if (event.key === '/' && !typing && document.querySelector('.hl-search, #find')) {
      event.preventDefault();
      if (document.querySelector('.hl-search')) { searchZone(true); } else { document.getElementById('find').focus(); }
    }
    if (event.key === 'Escape') {
      if (event.target.closest('.hl-search')) { searchZone(false); }
      document.querySelectorAll('details.hl-drop[open]').forEach(function (drop) {
        drop.open = false;
        drop.querySelector('summary').focus();
      });
      if (document.body.classList.contains('hl-menu-open')) { menu(document.querySelector('[data-act=menu]'), false); }
    }
    moveInRows(event, typing);
    moveInMonth(event);
  });

  /* ← → a day, ↑ ↓ a week (a day where they are a list), Page up and down a month; Enter follows the day's link. */
  function moveInMonth(event) {
    var days = Array.prototype.filter.call(document.querySelectorAll('.hl-days a'), function (day) { return day.offsetParent; });
    var at = days.indexOf(document.activeElement);
    var week = days[1] && days[0].getBoundingClientRect().top === days[1].getBoundingClientRect().top ? 7 : 1;
    var step = {ArrowLeft: -1, ArrowRight: 1, ArrowUp: -week, ArrowDown: week}[event.key];
    var turn = {PageUp: 'prev', PageDown: 'next'}[event.key];
    if (at < 0 || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) { return; }
    if (step) {
      event.preventDefault();
      if (days[at + step]) { days[at + step].focus(); }
    } else if (turn) {
      event.preventDefault();
      document.querySelector('.hl-turn a[rel=' + turn + ']').click();
    }
  }

  /* ↓ from the search zone to the first row, ↑ ↓ along the rows, → ← unfold and fold. */
  function moveInRows(event, typing) {
    var keys = Array.prototype.slice.call(document.querySelectorAll('.hl-rows a.key'));
    var at = keys.indexOf(document.activeElement);
    var fromZone = typing && event.target.closest('.hl-search') && event.target.tagName === 'INPUT';
    if (event.key === 'ArrowDown' && (at >= 0 || fromZone) && keys[at + 1]) {
      event.preventDefault();
      keys[at + 1].focus();
    } else if (event.key === 'ArrowUp' && at > 0) {
      event.preventDefault();
      keys[at - 1].focus();
    } else if ((event.key === 'ArrowRight' || event.key === 'ArrowLeft') && at >= 0) {
      var toggler = keys[at].closest('tr').querySelector('.ui-row-toggler');
      var open = toggler && (toggler.tagName === 'SUMMARY' ? toggler.parentNode.open : toggler.getAttribute('aria-expanded') === 'true');
      if (toggler && open !== (event.key === 'ArrowRight')) { unfold(toggler); }
    }
  }

  /* After a refusal, to the first field that was refused; never away from a field where somebody types. */
  function focusFault(ajax) {
    var fault = document.querySelector('main :is(input,select,textarea):is([aria-invalid=true],.ui-state-error)');
    if (fault && !(ajax && document.activeElement.matches('input,select,textarea'))) { fault.focus(); }
  }

  /* A session that ended answers an Ajax request with the sign-in page: show that page instead of nothing. */
  document.addEventListener('DOMContentLoaded', function () {
    document.querySelectorAll('[data-script=needed]').forEach(function (part) { part.hidden = false; });
    countTicks();
    focusFault();
    if (window.jQuery) {
      window.jQuery(document).on('pfAjaxComplete', focusFault);
      window.jQuery(document).on('pfAjaxError', function () { location.reload(); });
    }
  });
})();
