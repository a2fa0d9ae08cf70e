import type { Position } from '../operations/manage/listRecords.ts';
import { ManageRefusal } from './refusal.ts';

/** A place in a list as callers hand it back: nothing of it is theirs to read or make. */
export function toCursor(position: Position | null): string | null {
  if (position === null) return null;
  return textCursor(`${position.at.getTime()}.${position.id}`);
}

/** @throws ManageRefusal 400 for what is no cursor of ours */
export function fromCursor(cursor: string | undefined): Position | null {
  if (cursor === undefined) return null;
  const [, at = '', id = ''] =
    /^(\d{1,16})\.([A-Za-z0-9][A-Za-z0-9_.-]{0,199})$/.exec(cursorText(cursor)) ?? [];
  const date = new Date(Number(at));
  if (id === '' || Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999) throw wrongCursor();
  return { at: date, id };
}

export function textCursor(text: string): string {
  return Buffer.from(text).toString('base64url');
}

export function cursorText(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString('utf8');
}

export function wrongCursor(): ManageRefusal {
  return new ManageRefusal(
    'BAD_REQUEST',
    'The cursor is none that a list has given: hand "next" back as it came.',
    {
      errors: [{ path: 'cursor', message: 'is not a cursor' }],
    },
  );
}
