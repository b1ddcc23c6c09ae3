const dateTime =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?\s*([Zz]|[-+]\d{2}:?\d{2})?)?$/;
const compact = /^(\d{4})(\d{2})(\d{2})(?:[Tt](\d{2})(\d{2})(\d{2})([Zz])?)?$/;

/**
 * A point in time in one of the forms that timestamps take on a command line: seconds since the epoch, ISO 8601 (local time where
 * no zone is given), or a date as in HTTP headers. Undefined for any other text.
 */
export function parseInstant(text: string): Date | undefined {
  const trimmed = text.trim();
  if (/^-?\d{8}$/.test(trimmed) === false && /^[-+]?\d+(?:\.\d+)?$/.test(trimmed)) {
    return validDate(Math.round(Number(trimmed) * 1000));
  }
  const short = compact.exec(trimmed);
  const long = dateTime.exec(trimmed);
  if (short !== null) {
    const [, year, month, day, hour, minute, second, zone] = short;
    return civilDate([year, month, day, hour, minute, second], undefined, zone);
  }
  if (long !== null) {
    const [, year, month, day, hour, minute, second, fraction, zone] = long;
    return civilDate([year, month, day, hour, minute, second], fraction, zone);
  }
  if (!/^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2}(?:\.\d+)? GMT$/.test(trimmed))
    return undefined;
  return validDate(Date.parse(trimmed));
}

function civilDate(
  fields: readonly (string | undefined)[],
  fraction: string | undefined,
  zone: string | undefined,
): Date | undefined {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = fields.map((field) => Number(field ?? 0));
  const milliseconds = fraction === undefined ? 0 : Math.round(Number(`0.${fraction}`) * 1000);
  const wanted = [year, month, day, hour, minute, second];
  const utc = new Date(0);
  utc.setUTCFullYear(year, month - 1, day);
  utc.setUTCHours(hour, minute, second, 0);
  const found = [
    utc.getUTCFullYear(),
    utc.getUTCMonth() + 1,
    utc.getUTCDate(),
    utc.getUTCHours(),
    utc.getUTCMinutes(),
    utc.getUTCSeconds(),
  ];
  // A day or an hour that does not exist would have moved to the next.
  if (wanted.some((field, index) => field !== found[index])) return undefined;
  if (zone === undefined) {
    const local = new Date(0);
    local.setFullYear(year, month - 1, day);
    local.setHours(hour, minute, second, milliseconds);
    return validDate(local.getTime());
  }
  const sign = zone.startsWith("-") ? 1 : -1;
  const digits = zone.replaceAll(/\D/g, "");
  const offset = digits === "" ? 0 : sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2)));
  return validDate(utc.getTime() + milliseconds + offset * 60_000);
}

function validDate(milliseconds: number): Date | undefined {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** ISO 8601 with the zone's offset and microseconds, where there is a fraction: `2024-05-01T12:30:00.250000+02:00`. */
export function formatInstant(date: Date): string {
  const pad = (value: number, width = 2): string => String(value).padStart(width, "0");
  const day = `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  const time = `${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}`;
  const fraction = date.getMilliseconds() === 0 ? "" : `.${pad(date.getMilliseconds(), 3)}000`;
  const offset = -date.getTimezoneOffset();
  const zone = `${offset < 0 ? "-" : "+"}${pad(Math.floor(Math.abs(offset) / 60))}:${pad(Math.abs(offset) % 60)}`;
  return `${day}T${time}${fraction}${zone}`;
}
