/**
 * The two-byte part of GB 18030, both ways. What a mirror did to the bytes of a text can only be undone on its bytes.
 * Source of the mapping: the WHATWG Encoding Standard, by the decoder that is built into the runtime.
 */
interface Table {
  /** Two bytes (`lead << 8 | trail`) by code unit; 0 for a character that has no two-byte code. */
  readonly codes: Uint16Array;
  /** The character by its two bytes; 0 where there is none. */
  readonly units: Uint16Array;
}

const LEAD = 0x81;
const TRAIL = 0x40;
const LAST = 0xfe;

let built: Table | null = null;

function table(): Table {
  if (built !== null) return built;
  const codes = new Uint16Array(0x10000);
  const units = new Uint16Array(0x10000);
  const row = new Uint8Array((LAST - TRAIL + 1) * 2);
  const decoder = new TextDecoder('gb18030');
  for (let lead = LEAD; lead <= LAST; lead++) {
    let length = 0;
    for (let trail = TRAIL; trail <= LAST; trail++) {
      if (trail === 0x7f) continue;
      row[length++] = lead;
      row[length++] = trail;
    }
    const decoded = decoder.decode(row.subarray(0, length));
    for (let i = 0; i < decoded.length; i++) {
      const code = (lead << 8) | (row[i * 2 + 1] as number);
      const unit = decoded.charCodeAt(i);
      units[code] = unit;
      if (codes[unit] === 0) codes[unit] = code;
    }
  }
  built = { codes, units };
  return built;
}

/** The two bytes of a character, as `lead << 8 | trail`; 0 when GBK has no two-byte code for it. */
export const gbkCode = (unit: number): number => table().codes[unit] as number;

/** The character that two bytes stand for; an empty string when they stand for none. */
export function gbkCharacter(lead: number, trail: number): string {
  const unit = table().units[(lead << 8) | trail] as number;
  return unit === 0 ? '' : String.fromCharCode(unit);
}

/** Whether a character is one of the 6,763 of GB 2312, which has simplified characters only. */
export function inGb2312(unit: number): boolean {
  const code = gbkCode(unit);
  return code >= 0xb0a1 && code <= 0xf7fe && (code & 0xff) >= 0xa1;
}

/** Whether a character is one of the 3,755 common ones of GB 2312 (level 1). */
export function isCommonSimplified(unit: number): boolean {
  const code = gbkCode(unit);
  return code >= 0xb0a1 && code <= 0xd7f9 && (code & 0xff) >= 0xa1;
}
