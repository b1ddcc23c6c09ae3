import { cloudFormationSchemas } from "../../../codegen/src/jsonschema/cloudformation/resource-schemas.js";
import { conversionSuite } from "../conversions.js";

// What was expected was made with every module in the way of names, as if the model defined their shapes.
export const cloudformation = conversionSuite("cloudformation", (model, settings) =>
  cloudFormationSchemas({ ...model, bundled: new Set() }, settings),
);
