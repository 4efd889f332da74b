// ---- before the libraries: uPlot asks for the browser's language when it loads, and a browser on a machine without one says
// "en-US@posix", which no formatter takes; the page would stop there.
try {
  new Intl.NumberFormat(navigator.language);
} catch {
  Object.defineProperty(navigator, 'language', { value: 'en-GB' });
}
