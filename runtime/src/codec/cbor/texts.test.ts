import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { DecodeError } from "../codec-errors.js";
import {
  cborKeys,
  decodeCbor,
  encodeCbor,
  hasMore,
  openMap,
  readMember,
  receiveTexts,
  writeList,
  writeText,
} from "./index.js";
import { skipItem } from "./skip.js";

const encodeTexts = (texts: readonly string[]): Uint8Array =>
  encodeCbor(texts, (writer, list) => writeList(writer, list, "", writeText));

/** The same bytes as a message may come: as Node's own kind of array, or as a part of a larger one. */
const forms: readonly [form: string, of: (bytes: Uint8Array) => Uint8Array][] = [
  ["an array", (bytes) => bytes],
  ["a Buffer", (bytes) => Buffer.from(bytes)],
  ["a part of an array", (bytes) => new Uint8Array([0xff, ...bytes, 0x61]).subarray(1, -1)],
];

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme-ascii", maxLength: 40 }),
  fc.constantFrom("a", "ab", "abc", "abcd", "abdc", "Zürich", "the same text again and", "\ufffd", "\u0000", "\ufeffa"),
  fc.integer({ min: 20, max: 3000 }).map((length) => "0123456789".repeat(length / 10 + 1).slice(0, length)),
);

describe("texts", () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each(forms)("in %s are read as they were written", (_, of) => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 60 }), (texts) => {
        const message = of(encodeTexts(texts));
        expect(decodeCbor(message, receiveTexts)).toEqual(texts);
        // Those that came again are remembered by now.
        expect(decodeCbor(message, receiveTexts)).toEqual(texts);
      }),
    );
  });

  it("are read where the platform has no Buffer", () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 60 }), (texts) => {
        const message = encodeTexts(texts);
        vi.stubGlobal("Buffer", undefined);
        const read = decodeCbor(message, receiveTexts);
        vi.unstubAllGlobals();
        expect(read).toEqual(texts);
      }),
    );
  });

  it.each(forms)("in %s that is cut off anywhere are refused", (_, of) => {
    const message = encodeTexts(["a", "abcd", "twelve bytes", "Zürich", "more than what is remembered of texts"]);
    for (let length = 0; length < message.length; length++) {
      expect(() => decodeCbor(of(message.subarray(0, length)), receiveTexts)).toThrow(DecodeError);
    }
  });

  it.each(["61ff", "63e282", "6cffffffffffffffffffffffff"])("%s is not UTF-8, also for the second time", (text) => {
    const message = new Uint8Array(Buffer.from(`81${text}`, "hex"));
    for (let time = 0; time < 3; time++) expect(() => decodeCbor(message, receiveTexts)).toThrow(DecodeError);
  });
});

describe("names of members", () => {
  const anyName = fc.oneof(
    fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,30}$/),
    fc.constantFrom("a", "b", "S", "SS", "NS", "AlarmName", "AlarmRule", "constructor", "name".repeat(70)),
  );

  it("are found in any order, and others passed", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyName, { minLength: 1, maxLength: 60 }),
        fc.array(anyName, { maxLength: 80 }),
        (names, written) => {
          const keys = cborKeys(names);
          const body = encodeTexts(written.flatMap((name) => [name, "value"]));
          // A map's head in place of the list's: of as many pairs as there were twice as many texts.
          const message = new Uint8Array([0xbf, ...body.subarray(headLength(written.length * 2)), 0xff]);
          const found = decodeCbor(message, (reader) => {
            const positions: number[] = [];
            let key = -1;
            for (let left = openMap(reader); hasMore(reader, left); left--) {
              key = readMember(reader, keys, key);
              positions.push(key);
              if (key >= 0) skipItem(reader);
            }
            return positions;
          });
          expect(found).toEqual(written.map((name) => names.indexOf(name)));
        },
      ),
    );
  });

  it("that are cut off are refused", () => {
    const keys = cborKeys(["a", "AlarmName"]);
    for (const hexadecimal of ["a1", "a161", "a169", "a169416c61726d", "a169416c61726d4e616d", "a178", "a178ff41"]) {
      const message = new Uint8Array(Buffer.from(hexadecimal, "hex"));
      expect(() =>
        decodeCbor(message, (reader) => {
          openMap(reader);
          return readMember(reader, keys, -1);
        }),
      ).toThrow(DecodeError);
    }
  });
});

const headLength = (argument: number): number => (argument < 24 ? 1 : argument < 256 ? 2 : 3);
