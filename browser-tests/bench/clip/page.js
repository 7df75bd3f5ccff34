// Asks a worker and waits for its answer, as a page with nothing else on it.
window.start = (address, options) => {
  const worker = new Worker(address, options);
  window.ask = (message) => new Promise((done, failed) => {
    worker.onerror = (event) => failed(new Error(event.message));
    worker.onmessage = ({ data }) => (data.error ? failed(new Error(data.error)) : done(data));
    worker.postMessage(message);
  });
};
