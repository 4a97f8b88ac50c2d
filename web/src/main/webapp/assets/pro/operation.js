/* Watches a job without a reload: asks often while it runs, seldom when it does not, never behind another window. */
(function () {
  var OFTEN = 1500;
  var SELDOM = 8000;
  function next() {
    var busy = document.querySelector('[data-busy="true"]');
    setTimeout(function () {
      if (!document.hidden && window.halleRefresh) { window.halleRefresh(); }
      next();
    }, busy ? OFTEN : SELDOM);
  }
  next();
}());
