// Counts down until a message goes; then it can no longer be taken back. A clock that is wrong here changes nothing: the server
// alone decides what can still be undone.
export function enhance(forms) {
  for (const form of forms) {
    const told = form.querySelector("[data-told]");
    const { going, template, gone } = form.dataset;
    const at = Date.parse(going);
    const tick = () => {
      const seconds = Math.ceil((at - Date.now()) / 1000);
      if (seconds > 0) {
        told.textContent = template.replace("{seconds}", String(seconds));
        return;
      }
      clearInterval(clock);
      const held = form.contains(document.activeElement);
      form.querySelector("button").remove();
      told.textContent = gone;
      told.setAttribute("role", "status");
      if (held) {
        told.tabIndex = -1;
        told.focus();
      }
    };
    const clock = setInterval(tick, 1000);
    tick();
  }
}
