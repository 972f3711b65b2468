/*
 * There is one sign-in, the application's own page. Whenever a webapp routes
 * to its own login view, the browser goes to that page instead.
 */
const SIGN_IN = new URL('../login', import.meta.url);
const TRAIL = 'anchang-sign-in';
const WINDOW_MS = 10000;
const LIMIT = 3;

/* Somebody who is signed in but may not open this webapp would be sent to and fro for ever. */
function goesInCircles() {
  try {
    const now = Date.now();
    const recent = JSON.parse(sessionStorage.getItem(TRAIL) || '[]').filter(t => now - t < WINDOW_MS);
    recent.push(now);
    sessionStorage.setItem(TRAIL, JSON.stringify(recent));
    return recent.length > LIMIT;
  } catch (e) {
    return false;
  }
}

function leaveForSignIn() {
  const route = location.hash.replace(/^#!?/, '').split('?')[0];
  if (route !== '/login') {
    return;
  }
  if (goesInCircles()) {
    document.documentElement.classList.remove('anchang-sign-in');
    return;
  }
  location.replace(SIGN_IN);
}

/* The style sheet hides the webapps' login form while this class is set: it would flash up otherwise. */
document.documentElement.classList.add('anchang-sign-in');
window.addEventListener('hashchange', leaveForSignIn);
leaveForSignIn();
