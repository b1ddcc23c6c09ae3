// Prints vitest's JSON report as one plain line: `N passed, N failed, N skipped`.
import { readFileSync } from "node:fs";

const [path] = process.argv.slice(2);
const report = JSON.parse(readFileSync(path, "utf8"));
const skipped = report.numPendingTests + report.numTodoTests;
console.log(`${report.numPassedTests} passed, ${report.numFailedTests} failed, ${skipped} skipped`);
if (!report.success) process.exitCode = 1;
