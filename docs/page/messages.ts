import type { Role } from '../../shared/contract/roles.ts';
import { common } from '../../web/src/messages/vi/common.ts';

/** Every word of the pages; sentences of the contracts are English and stay in their own catalogues. */
export const words = {
  api: 'Giao diện lập trình',
  events: 'Sự kiện',
  apiTitle: 'Giao diện lập trình của Học vụ số',
  eventsTitle: 'Sự kiện trên kênh chung của Học vụ số',
  skip: 'Đến nội dung',
  home: 'Về trang chính',
  pages: 'Các trang',
  services: 'Các dịch vụ',
  apiLead:
    'Mỗi đường dẫn dưới đây được viết một lần trong hợp đồng của dịch vụ; trang này, cổng và phép thử cùng đọc từ đó.',
  eventsLead:
    'Dịch vụ báo cho nhau bằng sự kiện. Trên kênh chung chỉ có mã định danh, không có tên, số điện thoại hay bài làm.',
  machine: 'Bản cho máy đọc',
  routes: (count: number) => `${count} đường dẫn`,
  eventCount: (count: number) => `${count} sự kiện`,
  whoMayCall: 'Ai được gọi',
  public: 'Ai cũng gọi được, không cần đăng nhập',
  anyone: 'Mọi người đã đăng nhập',
  parameters: 'Tham số',
  places: { path: 'trong đường dẫn', query: 'sau dấu hỏi', header: 'trong phần đầu' },
  body: 'Nội dung gửi lên',
  answers: 'Trả lời',
  noContent: 'không có nội dung',
  refusals: 'Từ chối',
  schemas: 'Kiểu dữ liệu',
  usual: 'Từ chối mà đường dẫn nào cũng có thể gặp',
  required: 'bắt buộc',
  listOf: 'danh sách',
  oneOf: 'một trong các dạng',
  mapOf: 'bảng tra theo khóa, giá trị là',
  anything: 'bất kỳ',
  producer: 'Nơi phát',
  consumers: 'Nơi nhận',
  nobody: 'chưa có dịch vụ nào nhận',
  fields: 'Các trường',
  envelope: 'Phần chung của mọi sự kiện',
  example: 'Ví dụ',
  kinds: {
    string: 'chuỗi',
    integer: 'số nguyên',
    number: 'số',
    boolean: 'đúng hoặc sai',
    null: 'trống',
    object: 'nhóm trường',
  } as Readonly<Record<string, string>>,
  formats: {
    'date-time': 'thời điểm UTC',
    date: 'ngày',
  } as Readonly<Record<string, string>>,
  limits: {
    minLength: (limit: number) => `từ ${limit} ký tự`,
    maxLength: (limit: number) => `nhiều nhất ${limit} ký tự`,
    minimum: (limit: number) => `từ ${limit}`,
    maximum: (limit: number) => `đến ${limit}`,
    exclusiveMinimum: (limit: number) => `lớn hơn ${limit}`,
    minItems: (limit: number) => `ít nhất ${limit} mục`,
    maxItems: (limit: number) => `nhiều nhất ${limit} mục`,
  },
  serviceNames: {
    people: 'Con người và lớp học',
    enrollment: 'Khóa học và ghi danh',
    quizzes: 'Bài kiểm tra',
    media: 'Bài giảng ghi hình',
    campaigns: 'Chiến dịch truyền thông',
    reports: 'Số liệu và báo cáo',
  } as Readonly<Record<string, string>>,
} as const;

export const roleName = (role: Role): string => common.roles[role];
export const serviceName = (service: string): string => words.serviceNames[service] ?? service;
