export { ServiceError, shapeOfError, type Fault, type ServiceErrorOptions } from "./service-error.js";
