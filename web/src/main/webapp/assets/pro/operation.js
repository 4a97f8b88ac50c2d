/* Watches a job without a reload: asks often while it runs, seldom when it does not, never behind another window. */
(function () {
  var BEAT = 1500;
  var SELDOM = 5;
  var beats = 0;
  setInterval(function () {
    var busy = document.querySelector('[data-busy="true"]');
    beats += 1;
    if (!document.hidden && window.halleRefresh && (busy || beats % SELDOM === 0)) {
      window.halleRefresh();
    }
  }, BEAT);
}());
