/** Xem dở, ở trang Hôm nay. */
export const watching = {
  title: 'Đang xem dở',
  goOn: (at: string) => `Xem tiếp lúc ${at}`,
  left: (minutes: number) => (minutes < 1 ? 'Còn chưa đến 1 phút' : `Còn ${minutes} phút`),
};
