// Everything the page says, in Indonesian and English.
const LABELS = {
  id: {
    newCustomer: "+ Pelanggan baru", faults: "Gangguan dan catatan", asCustomer: "Pelanggan",
    asAgency: "HP agen", attach: "Lampirkan", typeHere: "Ketik pesan", send: "Kirim", name: "Nama",
    phone: "Nomor HP", addressing: "Alamat WhatsApp", byPhone: "nomor HP", byLid: "lid, nomor ikut terkirim",
    byLidCall: "lid, nomor lewat API lids", byLidOnly: "lid tanpa nomor", cancel: "Batal", add: "Tambah",
    typing: "mengetik…", online: "online", empty: "Belum ada pesan. Ketik kode kampanye, atau klik iklan.",
    edited: "diedit", revoked: "Pesan ini telah dihapus", ad: "Iklan", clickAd: "Klik iklan",
    edit: "Edit", remove: "Hapus", reply: "Balas", image: "Foto", video: "Video", location: "Lokasi", sticker: "Stiker", audio: "Pesan suara",
    document: "Dokumen", contact: "Kontak", openMap: "Buka peta", today: "Hari ini", yesterday: "Kemarin",
    sends: "Pengiriman dari bot", count: "Berapa kali (0 = terus)", none: "normal", error500: "gagal 500",
    error422: "ditolak 422", timeout: "terkirim tanpa jawaban", hang: "tidak terkirim, tanpa jawaban",
    webhooks: "Webhook", duplicate: "ganda", twins: "ganda sebagai lid dan nomor", shuffle: "diacak", drop: "hilang",
    delay: "tunda (ms)", session: "Sesi", ticks: "Centang sampai", apply: "Terapkan", clear: "Normal semua",
    calls: "Panggilan ke WAHA", waiting: "menunggu", delivered: "terkirim", failures: "gagal", lost: "hilang",
    close: "Tutup", fromPhone: "diketik di HP agen", quick: ["Assalamualaikum, mau tanya paket umroh", "Berapa harganya kak?", "Mau daftar, cara bayarnya gimana?"],
  },
  en: {
    newCustomer: "+ New customer", faults: "Faults and log", asCustomer: "Customer",
    asAgency: "Agency's phone", attach: "Attach", typeHere: "Type a message", send: "Send", name: "Name",
    phone: "Phone", addressing: "WhatsApp address", byPhone: "phone", byLid: "lid, phone beside it",
    byLidCall: "lid, phone by the lids call", byLidOnly: "lid without phone", cancel: "Cancel", add: "Add",
    typing: "typing…", online: "online", empty: "No messages yet. Type a campaign code, or click an ad.",
    edited: "edited", revoked: "This message was deleted", ad: "Ad", clickAd: "Click an ad",
    edit: "Edit", remove: "Delete", reply: "Reply", image: "Photo", video: "Video", location: "Location", sticker: "Sticker", audio: "Voice message",
    document: "Document", contact: "Contact", openMap: "Open map", today: "Today", yesterday: "Yesterday",
    sends: "Sends of the bot", count: "How often (0 = always)", none: "normal", error500: "fail with 500",
    error422: "refuse with 422", timeout: "sent, never answered", hang: "not sent, never answered",
    webhooks: "Webhooks", duplicate: "twice", twins: "twice, as lid and phone", shuffle: "shuffled", drop: "lost",
    delay: "delay (ms)", session: "Session", ticks: "Ticks up to", apply: "Apply", clear: "All normal",
    calls: "Calls to WAHA", waiting: "waiting", delivered: "delivered", failures: "failures", lost: "lost",
    close: "Close", fromPhone: "typed on the agency's phone", quick: ["Hello, I would like to ask about umrah packages", "How much is it?", "I want to book, how do I pay?"],
  },
};

let language = localStorage.getItem("language") ?? (navigator.language.startsWith("en") ? "en" : "id");

export const label = (name) => LABELS[language][name] ?? name;
export const locale = () => (language === "id" ? "id-ID" : "en-GB");
export const otherLanguage = () => (language === "id" ? "EN" : "ID");

export function switchLanguage() {
  language = language === "id" ? "en" : "id";
  localStorage.setItem("language", language);
}

/** Fills in the labels of the static page. */
export function applyLabels(root = document) {
  document.documentElement.lang = language;
  for (const node of root.querySelectorAll("[data-label]")) node.textContent = label(node.dataset.label);
  for (const node of root.querySelectorAll("[data-label-title]")) {
    node.title = label(node.dataset.labelTitle);
    node.setAttribute("aria-label", node.title);
  }
  for (const node of root.querySelectorAll("[data-label-placeholder]")) node.placeholder = label(node.dataset.labelPlaceholder);
}
