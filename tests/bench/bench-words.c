/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-words.h"

#include <math.h>

#define N_WORDS 6000
#define SEED 20261123

struct _BenchWords
{
  GRand *random;
  GPtrArray *words[N_BENCH_LANGUAGES];
};

static const char *const tags[N_BENCH_LANGUAGES] = { "ja", "th", "vi", "id", "en" };

/* What words are made of; a space parts them. */
static const char *const syllables[N_BENCH_LANGUAGES] = {
  [BENCH_JAPANESE]
  = "環 境 都 市 水 道 廃 棄 物 協 力 国 際 低 炭 素 社 会 地 域 事 業 計 画 北 九 州 大 阪 京 東 川 崎 横 浜 資 源 "
    "循 交 通 産 業 技 術 研 修 気 候 変 動 対 策 排 出 削 減 省 再 生 可 能 発 電 太 陽 光 風 学 校 教 育 民 行 政",
  [BENCH_THAI] = "กรุง เทพ เมือง น้ำ ขยะ สิ่ง แวด ล้อม พลัง งาน การ จัด โลก ร้อน คาร์ บอน ต่ำ ภู มิ อา กาศ ชุม "
                 "ชน ทะ เล ป่า ไม้ ดิน ลม ไฟ รถ ถนน ตลาด โรง เรียน วัด บ้าน คน ปี เดือน วัน ใหม่ เก่า ใหญ่ เล็ก",
  [BENCH_VIETNAMESE]
  = "thành phố môi trường nước rác thải năng lượng khí hậu biến đổi hợp tác quốc tế phát triển bền vững xanh "
    "đô thị công nghiệp giao thông giảm phát cộng đồng dự án kế hoạch đường điện gió mặt trời rừng biển sông",
  [BENCH_INDONESIAN]
  = "kota ling kung an sam pah air ener gi ik lim per ubah ker ja sama pem bang un trans por tasi hu tan laut "
    "su ngai ma sya ra kat pro gram ren ca na jalan lis trik angin mata hari kom pos ra mah",
  [BENCH_ENGLISH]
  = "waste water energy cli mate car bon ci ty net work re cy cle trans port so lar land fill com post sis ter "
    "port green tech no lo gy stu dy fund part ner ship a gree ment tar get e mis sion plan ning pro ject",
};

const char *
bench_words_get_tag (guint language)
{
  return tags[language];
}

static char *
make_word (BenchWords *self, guint language, GStrv parts, guint n_parts)
{
  GString *word = g_string_new (NULL);
  int n = language == BENCH_VIETNAMESE ? 1 : g_rand_int_range (self->random, 1, 4);

  for (int i = 0; i < n; i++)
    g_string_append (word, parts[g_rand_int_range (self->random, 0, (gint32) n_parts)]);
  if (language == BENCH_VIETNAMESE && g_rand_boolean (self->random))
    g_string_append_printf (word, "%c", 'a' + g_rand_int_range (self->random, 0, 26));

  return g_string_free_and_steal (word);
}

/* The same words each time. */
BenchWords *
bench_words_new (void)
{
  BenchWords *self = g_new0 (BenchWords, 1);

  self->random = g_rand_new_with_seed (SEED);
  for (guint language = 0; language < N_BENCH_LANGUAGES; language++)
    {
      g_auto (GStrv) parts = g_strsplit (syllables[language], " ", -1);

      self->words[language] = g_ptr_array_new_with_free_func (g_free);
      for (guint i = 0; i < N_WORDS; i++)
        g_ptr_array_add (self->words[language], make_word (self, language, parts, g_strv_length (parts)));
    }

  return self;
}

void
bench_words_free (BenchWords *self)
{
  for (guint language = 0; language < N_BENCH_LANGUAGES; language++)
    g_ptr_array_unref (self->words[language]);
  g_rand_free (self->random);
  g_free (self);
}

/* The word of rank r comes about as often as 1/r. */
const char *
bench_words_pick (BenchWords *self, guint language)
{
  double rank = exp (g_rand_double (self->random) * log (N_WORDS)) - 1;

  return g_ptr_array_index (self->words[language], MIN ((guint) rank, N_WORDS - 1));
}

char *
bench_words_dup_text (BenchWords *self, guint language, guint n_words)
{
  const char *space = language == BENCH_JAPANESE || language == BENCH_THAI ? "" : " ";
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? space : "", bench_words_pick (self, language));

  return g_string_free_and_steal (text);
}
