export { tickedList } from "../knowledge/ticked-list.js";
