package mirador.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;

/** The Python of the page's code cells, asked without a cell. */
record PythonInPage(Visit visit) {
  private static final JsonMapper JSON = new JsonMapper();

  // As PythonService starts it: by http from its address, from a disk from its source.
  private static final String RUN =
      """
      async request => {
        if (!window.testPython) {
          const address = window.mirador.runtime.python;
          let url = address;
          if (location.protocol === 'file:') {
            await new Promise((loaded, failed) => {
              const tag = document.createElement('script');
              tag.src = address; tag.onload = loaded; tag.onerror = failed;
              document.head.appendChild(tag);
            });
            url = URL.createObjectURL(new Blob(['(' + window.miradorPython + ')()'],
              {type: 'text/javascript'}));
          }
          const worker = new Worker(url);
          await new Promise((ready, failed) => {
            worker.onmessage = event => { if (event.data.ready) ready(); };
            worker.onerror = event => failed(new Error(event.message));
            worker.postMessage({lock: 'test-' + Math.random()});
          });
          window.testPython = {worker, last: 0};
        }
        const {worker} = window.testPython;
        const id = ++window.testPython.last;
        return await new Promise((done, failed) => {
          let out = '';
          worker.onmessage = ({data}) => {
            if (data.id !== id) return;
            if (data.kind === 'out') out += data.detail;
            if (data.kind === 'end') done(JSON.stringify({out, ...JSON.parse(data.detail)}));
            if (data.kind === 'broken') failed(new Error(data.detail));
          };
          worker.postMessage({id, kind: 'run', detail: request});
        });
      }""";

  /**
   * Runs a program and cases on what it leaves.
   *
   * @param cases expressions
   * @return what celda.py answers, and what was printed as {@code out}
   */
  JsonNode run(String code, List<String> cases) {
    try {
      String request =
          JSON.writeValueAsString(
              Map.of(
                  "code",
                  code,
                  "cases",
                  cases.stream().map(run -> Map.of("run", run, "expect", "None")).toList()));
      return JSON.readTree((String) visit.page().evaluate(RUN, request));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
