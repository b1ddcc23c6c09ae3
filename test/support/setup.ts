import * as fc from "fast-check";

// The same cases on every machine and in every run, so that a failure is the change's own. To look for new ones:
// `FAST_CHECK_SEED=$RANDOM npm test`.
fc.configureGlobal({ seed: Number(process.env["FAST_CHECK_SEED"] ?? 20_150_921) });
