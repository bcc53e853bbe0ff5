/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

void machi_heap_begin_use     (void);
void machi_heap_begin_release (void);
