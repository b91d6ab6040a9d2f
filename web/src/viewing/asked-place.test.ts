import { expect, it } from 'vitest';
import { askedPage, askedPlace, pageLink, placeLink } from './asked-place.ts';

it('a link leads to the second it names, and to none it does not name rightly', () => {
  expect(placeLink('/thu-vien/M', 65_900)).toBe('/thu-vien/M?giay=65');
  expect(askedPlace('?giay=65')).toBe(65);
  for (const wrong of ['', '?giay=', '?giay=-1', '?giay=1e9', '?giay=999999', '?khac=5'])
    expect(askedPlace(wrong)).toBeUndefined();
});

it('a link leads to the page it names, and to none it does not name rightly', () => {
  expect(pageLink('/thu-vien/M', 3)).toBe('/thu-vien/M?trang=3');
  expect(askedPage('?trang=3')).toBe(3);
  for (const wrong of ['', '?trang=', '?trang=0', '?trang=-1', '?trang=1000', '?giay=5'])
    expect(askedPage(wrong)).toBeUndefined();
});
