/* What stands behind the # never reaches the server: carry it on, so that one comes back to the very task. */
const form = document.getElementById('login');
if (location.hash) {
  form.action += location.hash;
}
