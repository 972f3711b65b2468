/*
 * There is one sign-in, the application's own page. Whenever a webapp would show its own login view, the browser goes
 * to that page instead, and comes back to where it was.
 */
const context = new URL('..', import.meta.url).pathname;
const isLogin = route => route.replace(/^#!?/, '').split('?')[0] === '/login';

let route = isLogin(location.hash) ? '' : location.hash;
let leaving = false;

function leave(signedOut) {
  if (leaving) {
    return;
  }
  leaving = true;
  const signIn = new URL('../login', import.meta.url);
  if (signedOut) {
    signIn.searchParams.set('out', '');
  } else {
    signIn.searchParams.set('back', '/' + location.pathname.slice(context.length) + route);
  }
  location.replace(signIn);
}

function follow() {
  if (isLogin(location.hash)) {
    leave(false);
  } else {
    route = location.hash;
  }
}

/* The style sheet hides the login view while this class is set: it would flash up before the browser has left. */
document.documentElement.classList.add('anchang-sign-in');
window.addEventListener('hashchange', follow);
window.angular.module('ng').run(['$rootScope', scope => scope.$on('authentication.logout.success', () => leave(true))]);
follow();
