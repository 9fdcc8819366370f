/** How a step of a workflow tells its runner of a failure, as a line of its output. Read from GitHub's documentation of workflow commands. */
export const runnerCommand = /^::(?:error|warning|notice|debug|add-mask|group|endgroup)\b/;
