/** The words of the five mistakes. */
export const words = {
  en: {
    tryIt: 'Try it here',
    makeIt: 'Make the mistake',
    doItRight: 'Do it the right way',
    failed: 'The page’s sandbox did not answer as expected. Load the page anew.',
    meaning: 'What the code means: ',
    sandbox: 'What only the sandbox tells: ',
    cause: 'What went wrong: ',
    difference: (byte: number) => `The first byte that differs is number ${byte}, counted from 0.`,
    same: 'Both are the same, byte for byte.',
    end: 'end of the text',
    inPage: 'A real request to NICEPAY’s sandbox inside this page. Nothing is sent anywhere.',
    mistakes: {
      'body-re-serialised': {
        does: 'Signs the body as it was written, then lets the HTTP client parse and write it again.',
        cause:
          'The escaped slashes went when the body was written again. It means the same, and its hash is another.',
        right:
          'The text that was signed is the text that was sent. Give the HTTP client a string, not an object.',
        mine: 'The body that was signed',
        theirs: 'The body that was sent',
      },
      'whitespace-in-values': {
        does: 'Makes the body compact by deleting all white space: body.replace(/\\s/g, "").',
        cause:
          'The space inside “Sari Dewi” went as well. The provider keeps it: only white space outside strings goes.',
        right:
          'Only white space outside strings was left out: minifyJson, or a body that was compact from the start.',
        mine: 'What was hashed here',
        theirs: 'What the provider hashes',
      },
      'clock-read-twice': {
        does: 'Reads the clock for the signature, and once more for the header. Here the second ends in between.',
        cause:
          'The signature is of one second, X-TIMESTAMP names the next. It happens once in many calls, so tests do not show it.',
        right: 'One reading of the clock, one text, used in the string to sign and in the header.',
        mine: 'The string that was signed',
        theirs: 'The string that the provider makes of the header',
      },
      'hex-for-base64': {
        does: 'Signs rightly, and writes the 64 bytes in hex: digest("hex").',
        cause:
          '128 hex digits arrived where 88 characters of base64 are expected. The bytes are right, their writing is not.',
        right: 'The same bytes in base64: 88 characters.',
        mine: 'X-SIGNATURE as it was sent',
        theirs: 'X-SIGNATURE as the provider expects it',
      },
      'escaped-newlines': {
        does: 'Takes the key from an .env file, where its line breaks are “\\n” in two characters. The helper that signs catches the error and goes on.',
        cause:
          'The key could not be read, so there was no signature: the header said “undefined”. The provider cannot tell that from a wrong key.',
        right:
          'importPrivateKey mends the line breaks; of what it cannot mend, it says what it is, before anything is sent.',
        mine: 'The key as it stands in the environment',
        theirs: 'The key as the helper expects it',
      },
    },
    sameKey: 'The very same value of the environment, and this time it was read.',
  },
  id: {
    tryIt: 'Coba di sini',
    makeIt: 'Lakukan kesalahannya',
    doItRight: 'Lakukan dengan benar',
    failed: 'Sandbox di halaman ini tidak menjawab semestinya. Muat ulang halaman.',
    meaning: 'Arti kodenya: ',
    sandbox: 'Yang hanya dikatakan sandbox: ',
    cause: 'Yang salah: ',
    difference: (byte: number) => `Byte pertama yang berbeda adalah nomor ${byte}, dihitung dari 0.`,
    same: 'Keduanya sama, byte demi byte.',
    end: 'akhir teks',
    inPage: 'Request sungguhan ke sandbox NICEPAY di dalam halaman ini. Tidak ada yang dikirim ke luar.',
    mistakes: {
      'body-re-serialised': {
        does: 'Menandatangani body apa adanya, lalu membiarkan HTTP client mem-parse dan menulisnya ulang.',
        cause:
          'Garis miring yang di-escape hilang saat body ditulis ulang. Artinya sama, tetapi hash-nya lain.',
        right:
          'Teks yang ditandatangani adalah teks yang dikirim. Beri HTTP client sebuah string, bukan objek.',
        mine: 'Body yang ditandatangani',
        theirs: 'Body yang dikirim',
      },
      'whitespace-in-values': {
        does: 'Meringkas body dengan menghapus semua spasi: body.replace(/\\s/g, "").',
        cause:
          'Spasi di dalam “Sari Dewi” ikut terhapus. Provider mempertahankannya: hanya spasi di luar string yang dibuang.',
        right:
          'Hanya spasi di luar string yang dibuang: minifyJson, atau body yang memang sudah ringkas sejak awal.',
        mine: 'Yang di-hash di sini',
        theirs: 'Yang di-hash provider',
      },
      'clock-read-twice': {
        does: 'Membaca jam untuk signature, lalu sekali lagi untuk header. Di sini detiknya berganti di antaranya.',
        cause:
          'Signature untuk satu detik, X-TIMESTAMP menyebut detik berikutnya. Terjadi sekali dari sekian banyak request, jadi lolos dari tes.',
        right: 'Jam dibaca sekali, satu teks, dipakai di string to sign dan di header.',
        mine: 'String yang ditandatangani',
        theirs: 'String yang disusun provider dari header',
      },
      'hex-for-base64': {
        does: 'Menandatangani dengan benar, tetapi menulis ke-64 byte-nya dalam hex: digest("hex").',
        cause:
          'Yang sampai 128 digit hex, padahal yang diharapkan base64 88 karakter. Byte-nya benar, penulisannya tidak.',
        right: 'Byte yang sama dalam base64: 88 karakter.',
        mine: 'X-SIGNATURE yang dikirim',
        theirs: 'X-SIGNATURE yang diharapkan provider',
      },
      'escaped-newlines': {
        does: 'Mengambil kunci dari file .env, yang ganti barisnya berupa “\\n” dua karakter. Fungsi yang menandatangani menangkap error-nya lalu jalan terus.',
        cause:
          'Kunci tidak terbaca, jadi tidak ada signature: header berisi “undefined”. Provider tidak bisa membedakannya dari kunci yang salah.',
        right:
          'importPrivateKey memperbaiki ganti barisnya; yang tidak bisa diperbaiki disebutkan apa masalahnya, sebelum ada yang dikirim.',
        mine: 'Kunci seperti di environment',
        theirs: 'Kunci seperti yang diharapkan fungsi itu',
      },
    },
    sameKey: 'Nilai environment yang sama persis, dan kali ini terbaca.',
  },
} as const
