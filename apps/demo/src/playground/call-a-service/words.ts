/** Everything that this tool says; what the packages mean by a code stands with them. */
export const words = {
  en: {
    intro:
      'A coffee for Rp150,000. Two things are told apart all the way: what became of the call, and what became of the money.',
    cut: {
      legend: 'Cut the connection in the middle of the call',
      never: 'Never',
      make: 'While the QR is made',
      refund: 'While it is refunded',
      hint: 'The provider does the work; its answer is lost on the way.',
    },
    next: 'What next',
    actions: {
      make: 'Make a QRIS',
      repeat: 'Ask by sending the same again',
      pay: 'Pay it, as the payer',
      inquire: 'Ask about the payment',
      refund: 'Refund it in full',
      'ask-refund': 'Ask about the refund',
    },
    all: 'Play it to its end',
    startOver: 'Start over',
    finished: 'This order is at its end.',
    over: 'The QR is over: it lives for five minutes. Start over.',
    qr: {
      title: 'The QR that the payer scans',
      alt: 'QR of the payment',
      none: 'Its answer is lost, and the QR with it. Nobody can pay it.',
      content: 'qrContent',
      demo: 'Of the sandbox: no wallet can pay it.',
    },
    timeline: {
      title: 'What happened',
      step: 'Step',
      call: 'The call: outcome',
      money: 'The money: transaction',
      book: 'In the provider’s book',
      bookHint: 'Only a sandbox lets you look into the book.',
      noCall: 'no call of ours',
      notSaid: 'not said',
      show: 'show request and answer',
    },
    outcomes: {
      success: 'the call worked',
      pending: 'accepted, not decided',
      rejected: 'certainly not executed',
      unknown: 'it may have been executed',
    },
    transactions: {
      paid: 'the payer has paid',
      pending: 'not paid yet',
      failed: 'failed',
      refunded: 'given back',
      cancelled: 'cancelled or over',
      'not-found': 'not there',
      unknown: 'nobody can tell from this',
    },
    detail: {
      title: (action: string) => `In detail: ${action}`,
      request: 'Request',
      response: 'Answer',
      lost: 'The connection broke: no answer.',
      payer:
        'This was the payer’s doing, at a wallet far away. Your server hears of it by a notification, or by asking.',
      todo: 'What to do',
    },
    advice: {
      made: 'Draw qrContent as a QR, and keep the inquiry of the reply with your order.',
      paid: 'Deliver. That a browser came back to your page would prove nothing; this does.',
      waiting: 'Nobody has paid yet. Ask again later, or wait for the notification.',
      'refund-done': 'The money is on its way back. Keep partnerRefundNo: it is never used again.',
      'refund-lost':
        'Do not send the refund again: it may have been done, and a second one would give the money away twice. Ask.',
      'asked-refund':
        'The inquiry worked; whose refund it saw, it cannot say: an earlier part refund looks the same, so the transaction stays unknown. You know that this was the only one, and of everything: ask about the payment. In any other case look into the dashboard.',
      'payment-settles':
        'The payment is refunded, and there was only this one refund, of everything: so it was done. Nothing is to be sent again.',
      'refund-seen': 'The payment is refunded. The order is at its end.',
      'make-lost':
        'Do not make another under this number yet. There is no status by your own number here, so the inquiry sends the same request again: it makes the QR if the first never arrived, and is refused as a duplicate if it did. That is why inquire() asks for { repeat: true }.',
      duplicate:
        'Refused as a duplicate: the first one arrived. Its QR is known to nobody, so nobody can pay it, and it ends by itself after five minutes. Make another under a new number.',
    },
    program: {
      title: 'The same in TypeScript',
      intro:
        'A complete program, with the refund’s answer lost. This very file is compiled and run by our tests.',
      panel: 'qris.ts',
    },
  },
  id: {
    intro:
      'Kopi seharga Rp150.000. Dua hal dipisahkan dari awal sampai akhir: hasil panggilannya, dan nasib uangnya.',
    cut: {
      legend: 'Putuskan koneksi di tengah panggilan',
      never: 'Tidak pernah',
      make: 'Saat QR dibuat',
      refund: 'Saat dana dikembalikan',
      hint: 'Provider tetap mengerjakannya; jawabannya hilang di jalan.',
    },
    next: 'Selanjutnya',
    actions: {
      make: 'Buat QRIS',
      repeat: 'Tanyakan dengan mengirim ulang yang sama',
      pay: 'Bayar, sebagai pembayar',
      inquire: 'Tanyakan pembayarannya',
      refund: 'Kembalikan seluruhnya',
      'ask-refund': 'Tanyakan refund-nya',
    },
    all: 'Jalankan sampai selesai',
    startOver: 'Mulai dari awal',
    finished: 'Order ini sudah selesai.',
    over: 'QR sudah berakhir: umurnya lima menit. Mulai dari awal.',
    qr: {
      title: 'QR yang dipindai pembayar',
      alt: 'QR pembayaran',
      none: 'Jawabannya hilang, begitu pula QR-nya. Tidak ada yang dapat membayarnya.',
      content: 'qrContent',
      demo: 'Milik sandbox: tidak ada dompet yang dapat membayarnya.',
    },
    timeline: {
      title: 'Yang terjadi',
      step: 'Langkah',
      call: 'Panggilan: outcome',
      money: 'Uang: transaction',
      book: 'Di pembukuan provider',
      bookHint: 'Hanya sandbox yang memperlihatkan pembukuannya.',
      noCall: 'bukan panggilan kita',
      notSaid: 'tidak disebut',
      show: 'tampilkan request dan jawabannya',
    },
    outcomes: {
      success: 'panggilan berhasil',
      pending: 'diterima, belum diputuskan',
      rejected: 'pasti tidak dijalankan',
      unknown: 'mungkin sudah dijalankan',
    },
    transactions: {
      paid: 'sudah dibayar',
      pending: 'belum dibayar',
      failed: 'gagal',
      refunded: 'sudah dikembalikan',
      cancelled: 'batal atau berakhir',
      'not-found': 'tidak ada',
      unknown: 'tidak dapat dipastikan dari sini',
    },
    detail: {
      title: (action: string) => `Rinciannya: ${action}`,
      request: 'Request',
      response: 'Jawaban',
      lost: 'Koneksi terputus: tidak ada jawaban.',
      payer:
        'Ini perbuatan pembayar, di dompetnya sendiri. Server Anda mengetahuinya dari notifikasi, atau dengan bertanya.',
      todo: 'Yang perlu dilakukan',
    },
    advice: {
      made: 'Gambar qrContent sebagai QR, dan simpan inquiry dari balasan bersama order Anda.',
      paid: 'Serahkan barangnya. Browser yang kembali ke halaman Anda tidak membuktikan apa pun; jawaban ini membuktikannya.',
      waiting: 'Belum ada yang membayar. Tanyakan lagi nanti, atau tunggu notifikasi.',
      'refund-done': 'Dana sedang dikembalikan. Simpan partnerRefundNo: nomor itu tidak boleh dipakai lagi.',
      'refund-lost':
        'Jangan kirim refund lagi: mungkin sudah dijalankan, dan yang kedua akan mengembalikan uang dua kali. Tanyakan.',
      'asked-refund':
        'Inquiry-nya berhasil; refund siapa yang terlihat, tidak dapat dipastikan: refund sebagian yang lebih dulu tampak sama, jadi transaction tetap unknown. Anda tahu bahwa ini satu-satunya refund, dan seluruhnya: tanyakan pembayarannya. Dalam keadaan lain, periksa dashboard.',
      'payment-settles':
        'Pembayaran sudah dikembalikan, dan refund-nya hanya satu, seluruhnya: jadi refund itu sudah dijalankan. Tidak ada yang perlu dikirim ulang.',
      'refund-seen': 'Pembayaran sudah dikembalikan. Order ini selesai.',
      'make-lost':
        'Jangan dulu membuat yang lain dengan nomor ini. Di sini tidak ada cek status dengan nomor Anda sendiri, jadi inquiry mengirim request yang sama: QR dibuat jika yang pertama tidak pernah tiba, dan ditolak sebagai duplikat jika sudah tiba. Karena itu inquire() meminta { repeat: true }.',
      duplicate:
        'Ditolak sebagai duplikat: yang pertama sudah tiba. QR-nya tidak diketahui siapa pun, jadi tidak ada yang dapat membayarnya, dan ia berakhir sendiri setelah lima menit. Buat yang baru dengan nomor baru.',
    },
    program: {
      title: 'Hal yang sama dalam TypeScript',
      intro:
        'Program utuh, dengan jawaban refund yang hilang. File ini juga dikompilasi dan dijalankan oleh tes kami.',
      panel: 'qris.ts',
    },
  },
}
