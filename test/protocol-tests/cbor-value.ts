/** A data item of CBOR (RFC 8949) as a value: the judge of bodies, which is why it shares nothing with what it judges. */
export function cborValue(bytes: Uint8Array): unknown {
  const reader = new Reader(bytes);
  const value = reader.item();
  if (reader.offset !== bytes.length) throw new Error(`Bytes behind the data item at ${reader.offset}`);
  return value;
}

const breaks = Symbol("break");

class Reader {
  offset = 0;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  item(): unknown {
    const value = this.#any();
    if (value === breaks) throw new Error("A break outside an indefinite length");
    return value;
  }

  #any(): unknown {
    const initial = this.#view.getUint8(this.offset++);
    const [major, minor] = [initial >> 5, initial & 31];
    if (major === 7) return this.#simple(minor);
    if (minor === 31) return this.#indefinite(major);
    const argument = this.#argument(minor);
    switch (major) {
      case 0:
        return small(argument);
      case 1:
        return small(-1n - argument);
      case 2:
        return this.#bytes(Number(argument));
      case 3:
        return new TextDecoder("utf-8", { fatal: true }).decode(this.#bytes(Number(argument)));
      case 4:
        return Array.from({ length: Number(argument) }, () => this.item());
      case 5:
        return Object.fromEntries(Array.from({ length: Number(argument) }, () => [String(this.item()), this.item()]));
      default: {
        const content = this.item();
        return argument === 1n ? { timestamp: Number(content) } : { tag: Number(argument), content };
      }
    }
  }

  #indefinite(major: number): unknown {
    const items: unknown[] = [];
    for (let item = this.#any(); item !== breaks; item = this.#any()) items.push(item);
    if (major === 2) return Uint8Array.from((items as Uint8Array[]).flatMap((part) => [...part]));
    if (major === 3) return items.join("");
    if (major === 4) return items;
    const pairs = Array.from({ length: items.length / 2 }, (_, index) => [items[2 * index], items[2 * index + 1]]);
    return Object.fromEntries(pairs);
  }

  #simple(minor: number): unknown {
    switch (minor) {
      case 20:
        return false;
      case 21:
        return true;
      case 22:
      case 23:
        return null;
      case 25:
        return half(this.#view.getUint16(this.#advance(2)));
      case 26:
        return this.#view.getFloat32(this.#advance(4));
      case 27:
        return this.#view.getFloat64(this.#advance(8));
      case 31:
        return breaks;
      default:
        throw new Error(`Simple value ${minor}`);
    }
  }

  #argument(minor: number): bigint {
    if (minor < 24) return BigInt(minor);
    if (minor === 24) return BigInt(this.#view.getUint8(this.#advance(1)));
    if (minor === 25) return BigInt(this.#view.getUint16(this.#advance(2)));
    if (minor === 26) return BigInt(this.#view.getUint32(this.#advance(4)));
    if (minor === 27) return this.#view.getBigUint64(this.#advance(8));
    throw new Error(`Additional information ${minor}`);
  }

  #bytes(length: number): Uint8Array {
    const start = this.#advance(length);
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + start, length);
  }

  #advance(length: number): number {
    const start = this.offset;
    this.offset += length;
    return start;
  }
}

function small(integer: bigint): number | bigint {
  return BigInt(Number(integer)) === integer && Number.isSafeInteger(Number(integer)) ? Number(integer) : integer;
}

function half(bits: number): number {
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  const sign = bits & 0x8000 ? -1 : 1;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
