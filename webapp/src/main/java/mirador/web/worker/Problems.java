package mirador.web.worker;

import mirador.web.model.Message;
import mirador.web.model.ModelProblem;

/** Tells the page what went wrong, and which kind of wrong it is. */
final class Problems {
  private Problems() {}

  /**
   * The answer that says it.
   *
   * @param gpu whether WebGPU computes in this worker
   */
  static Message answer(Message request, Throwable error, boolean gpu) {
    Message answer = Message.of(Message.PROBLEM);
    String detail = error.getMessage() == null ? "" : error.getMessage();
    String lost = OrtWebSession.lost();
    answer.setProblem(code(request, error, detail, gpu, lost));
    answer.setDetail(lost.isEmpty() ? detail : lost);
    return answer;
  }

  private static String code(
      Message request, Throwable error, String detail, boolean gpu, String lost) {
    if (error instanceof CancelledException) {
      return ModelProblem.CANCELLED;
    }
    boolean fromRuntime = !(error instanceof RuntimeException) || error.getCause() != null;
    if (!fromRuntime) {
      return opens(request) ? ModelProblem.BAD_MODEL : ModelProblem.FAILED;
    }
    if (gpu) {
      return lost.isEmpty() ? ModelProblem.GPU_FAILED : ModelProblem.GPU_LOST;
    }
    if (error instanceof OutOfMemoryError || isMemory(detail)) {
      return ModelProblem.MEMORY;
    }
    if (!opens(request)) {
      return ModelProblem.FAILED;
    }
    boolean noRuntime = !Ort.isLoaded() || detail.contains("no available backend found");
    return noRuntime ? ModelProblem.NO_RUNTIME : ModelProblem.BAD_MODEL;
  }

  private static boolean opens(Message request) {
    return request.getKind().startsWith(Message.OPEN);
  }

  private static boolean isMemory(String detail) {
    return detail.contains("bad_alloc")
        || detail.contains("allocation failed")
        || detail.contains("out of memory")
        || detail.contains("Out of memory")
        || detail.contains("Failed to allocate");
  }
}
