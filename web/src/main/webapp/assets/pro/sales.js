/* The commercial desk in an open page: what customers wrote meanwhile, who else is here, what is typed kept, keys. Works without it, too. */
(function () {
  var BEAT = 20000;
  var LOOK = 10000;
  var MEGABYTE = 1024 * 1024;

  function around(time) { return time * (0.8 + Math.random() * 0.4); }

  /* Our own pages' markup, fetched anew: one part of it takes the place of the one that is shown. */
  function renew(id, then) {
    fetch(location.href.split('#')[0], {cache: 'no-store', redirect: 'manual'}).then(function (answer) {
      return answer.ok ? answer.text() : '';
    }).then(function (html) {
      var fresh = html && new DOMParser().parseFromString(html, 'text/html').getElementById(id);
      if (fresh) {
        document.getElementById(id).replaceWith(document.adoptNode(fresh));
        then(new DOMParser().parseFromString(html, 'text/html'));
      }
    }).catch(function () { return null; });
  }

  function news() {
    var figures = document.querySelectorAll('[data-requests]');
    if (!figures.length) { return; }
    var since = figures[0].dataset.requests;
    var told = 0;
    function ask() {
      fetch('/pro/sales/news?since=' + since, {redirect: 'manual', cache: 'no-store'}).then(function (answer) {
        return answer.ok ? answer.json() : null;
      }).then(function (read) {
        if (!read) { return; }
        figures.forEach(function (figure) {
          figure.hidden = read.unread === 0;
          figure.firstElementChild.textContent = read.unread;
        });
        if (read.newer > told) { tell(read.words); }
        told = read.newer;
      }).catch(function () { return null; });
    }
    function tell(words) {
      var list = document.querySelector('#requests[data-live=list]');
      if (list && !list.contains(document.activeElement)) { renew('requests', function () { return null; }); }
      var box = document.getElementById('hlNews');
      if (box && !box.firstChild) {
        var link = document.createElement('a');
        link.href = '/pro/sales/requests';
        link.textContent = words;
        box.appendChild(link);
      }
    }
    /* The board follows from facts of many kinds, a payment among them: it is simply read again. */
    function board() {
      var open = document.querySelector('[data-live=board]');
      if (!open || document.hidden || open.contains(document.activeElement)) { return; }
      var columns = open.querySelector('.hl-board');
      var left = columns ? columns.scrollLeft : 0;
      renew(open.id, function () {
        var fresh = document.querySelector('[data-live=board] .hl-board');
        if (fresh) { fresh.scrollLeft = left; }
      });
    }
    function later() { setTimeout(function () { ask(); board(); later(); }, around(BEAT)); }
    document.addEventListener('visibilitychange', function () { if (!document.hidden) { ask(); board(); } });
    later();
  }

  function talk() {
    var talk = document.getElementById('talk');
    if (!talk) { return; }
    var form = document.getElementById('say');
    var text = document.getElementById('text');
    var kept = text.value;
    var typedAt = 0;
    var sent = false;

    function beat() {
      if (sent || document.hidden) { return; }
      var body = new URLSearchParams();
      body.set('id', talk.dataset.id);
      body.set('writing', Date.now() - typedAt < LOOK * 2 ? '1' : '0');
      if (text.value !== kept) { body.set('text', text.value); }
      var now = text.value;
      fetch('/pro/sales/presence', {method: 'POST', body: body, redirect: 'manual'}).then(function (answer) {
        return answer.ok ? answer.json() : null;
      }).then(function (seen) {
        if (!seen) { return; }
        kept = now;
        document.getElementById('presence').textContent = seen.words + (seen.version > Number(talk.dataset.version) ? ' ' + talk.dataset.changed : '');
        if (seen.said > Number(talk.dataset.said)) {
          renew('bubbles', function () {
            talk.dataset.said = seen.said;
            form.elements.seen.value = seen.said;
          });
        }
      }).catch(function () { return null; });
    }
    function later() { setTimeout(function () { beat(); later(); }, around(LOOK)); }

    text.addEventListener('input', function () { typedAt = Date.now(); });
    text.addEventListener('keydown', function (event) {
      var send = document.getElementById('send');
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && send) {
        event.preventDefault();
        form.requestSubmit(send);
      }
    });
    form.addEventListener('submit', function () { sent = true; });
    document.querySelectorAll('[data-insert]').forEach(function (answer) {
      answer.addEventListener('click', function () {
        var at = text.selectionStart;
        text.setRangeText(answer.dataset.insert, at, text.selectionEnd, 'end');
        typedAt = Date.now();
        answer.closest('details').open = false;
        text.focus();
      });
    });
    var last = document.getElementById('last');
    if (last && !location.hash) { last.scrollIntoView({block: 'nearest'}); }
    beat();
    later();
  }

  /* What is too large is said before it travels. */
  function files() {
    var field = document.getElementById('file');
    var chosen = document.getElementById('chosen');
    var bad = document.getElementById('tooLarge');
    if (!field || !chosen) { return; }
    field.addEventListener('change', function () {
      var picked = Array.prototype.slice.call(field.files);
      var large = picked.find(function (file) { return file.size > 10 * MEGABYTE; });
      var together = picked.reduce(function (sum, file) { return sum + file.size; }, 0) > 25 * MEGABYTE;
      bad.hidden = !large && !together;
      bad.textContent = large ? bad.dataset.large.replace('{0}', large.name) : together ? bad.dataset.together : '';
      if (large || together) { field.value = ''; picked = []; }
      chosen.textContent = '';
      picked.forEach(function (file) {
        var line = document.createElement('li');
        line.textContent = file.name;
        chosen.appendChild(line);
      });
      chosen.hidden = picked.length === 0;
    });
  }

  document.addEventListener('keydown', function (event) {
    var typing = /INPUT|TEXTAREA|SELECT/.test(event.target.tagName);
    if (typing || event.ctrlKey || event.altKey || event.metaKey) { return; }
    var link = /^[ajk]$/i.test(event.key) && document.querySelector('a[data-key=' + event.key.toLowerCase() + ']');
    if (link) { link.click(); }
  });

  document.addEventListener('DOMContentLoaded', function () {
    news();
    talk();
    files();
  });
}());
