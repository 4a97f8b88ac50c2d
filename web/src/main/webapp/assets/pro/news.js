/* New parts announce themselves in the open page (M52): it asks now and then, tells how many there are, and sounds once. */
(function () {
  var BEAT = 20000;
  var BEEP = 'halleBeep';

  function start() {
    var box = document.getElementById('hlNews');
    if (!box) { return; }
    var title = document.title;
    var unseen = Number(box.dataset.unseen);
    var told = 0;
    var timer = 0;
    var over = false;

    /* Not all pages of a town at the same second. */
    function later() {
      clearTimeout(timer);
      if (!over) { timer = setTimeout(ask, BEAT * (0.8 + Math.random() * 0.4)); }
    }

    function ask() {
      fetch('/pro/news?since=' + box.dataset.since + '&unseen=' + unseen, {redirect: 'manual', cache: 'no-store'}).then(function (answer) {
        if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) {
          over = true;
          say(box.dataset.ended, '/pro');
          return null;
        }
        return answer.ok ? answer.json() : null;
      }).then(function (news) {
        if (news) { show(news); }
      }).catch(function () {
        /* The line is down: the next beat asks again. */
      }).then(later);
    }

    function show(news) {
      unseen = Math.min(unseen, news.unseen);
      document.querySelectorAll('[data-news=count]').forEach(function (figure) {
        var count = news.unseen || news.count;
        figure.hidden = count === 0;
        figure.firstElementChild.textContent = count;
      });
      document.title = (news.count ? '(' + news.count + ') ' : '') + title;
      if (news.count !== told) { say(news.count ? news.words : '', '/pro/orders/list'); }
      if (news.count > told && news.sound) { sound(); }
      told = news.count;
    }

    function say(words, href) {
      box.textContent = '';
      if (!words) { return; }
      var link = document.createElement('a');
      link.href = href;
      link.textContent = words;
      box.appendChild(link);
    }

    /* Of several open pages one sounds. A browser that wants a click first stays silent: the words are there. */
    function sound() {
      var now = Date.now();
      try {
        if (now - Number(localStorage.getItem(BEEP)) < BEAT * 1.5) { return; }
        localStorage.setItem(BEEP, String(now));
      } catch (denied) {
        /* It sounds in each page then. */
      }
      new Audio(box.dataset.bell).play().catch(function () { return null; });
    }

    document.addEventListener('visibilitychange', function () {
      if (!document.hidden && !over) { ask(); }
    });
    later();
  }

  document.addEventListener('DOMContentLoaded', start);
}());
