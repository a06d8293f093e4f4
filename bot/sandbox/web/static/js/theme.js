/** Light or dark: as the system has it, until it is chosen here. */

const KEY = "legday-theme";

export function applyTheme() {
  const chosen = read();
  if (chosen) document.documentElement.dataset.theme = chosen;
}

export function swapTheme() {
  const { theme } = document.documentElement.dataset;
  const dark = theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "light" : "dark";
  try {
    localStorage.setItem(KEY, document.documentElement.dataset.theme);
  } catch {
    // A browser that keeps nothing for us: the choice lasts as long as the page.
  }
}

function read() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
