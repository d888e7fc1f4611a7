/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Families of kanji that are written for one another in names. The first of a family stands in the
 * search key. Sources: the pairs of old and new forms of the Joyo table (2010) and of the Jinmeiyo
 * table (Ministry of Justice), the variants of family registers met in surnames (Koseki), domain
 * page 6.2. Compatibility ideographs that NFKC resolves (神 U+FA19) need no entry. Each character
 * stands here once; a test reads the table. */
#ifndef TEXT_FOLD_VARIANTS_H
#define TEXT_FOLD_VARIANTS_H

static const char variants[]
    = " 高髙 崎﨑嵜碕 吉𠮷 斉斎齋齊 辺邊邉 浜濱濵 国國圀 沢澤 島嶋嶌嶹 広廣 富冨 桑桒 柳栁桺 "
      "渕淵渊 橋𣘺槗 館舘 峰峯 船舩 槙槇 桧檜 亘亙 鶴靏靍寉 桝枡 藪薮籔 芦蘆 鴎鷗 彦彥 豊豐 "
      "曽曾 昂昻 昇曻 喜㐂 土圡 卯夘 野埜 松枩枀 梅楳 籠篭 姫姬 祢禰 穣穰 竜龍 滝瀧 頼賴 "
      "蛎蠣 塩鹽 弥彌 徳德悳 恵惠 真眞 寿壽 栄榮 円圓 桜櫻 関關 蔵藏 巌巖嵓 秋秌穐龝 凛凜 "
      "晋晉 遥遙 尭堯 涌湧 祷禱 濤涛 凉涼 沖冲 村邨 泉湶 閑閒 鉄鐵銕鉃 隣鄰 麹麴糀 繋繫 樽罇 "
      "仙僊 杯盃 蝉蟬 顔顏 強强 蘂蕊 砺礪 綿緜 駆驅 裏裡 略畧 群羣 峨峩 棋棊 鑑鑒 岳嶽 礼禮 "
      "州洲 熙煕凞 壷壺 飲飮 竪豎 冴冱 鯵鰺 鰮鰯 筍笋 梁樑 讃讚 瑠璢 諌諫 賎賤 纒纏 迩邇 "
      "逎遒 掴摑 頬頰 剥剝 填塡 餅餠 酔醉 嘘噓 噛嚙 亜亞 悪惡 圧壓 囲圍 医醫 為爲 壱壹 隠隱 "
      "営營 衛衞 駅驛 緑綠 縁緣 艶艷 応應 欧歐 殴毆 奥奧 横橫 温溫 穏穩 仮假 価價 画畫 会會 "
      "絵繪 壊壞 懐懷 拡擴 殻殼 覚覺 学學斈 楽樂 渇渴 缶罐 巻卷 陥陷 勧勸 寛寬 歓歡 観觀 "
      "気氣 帰歸 偽僞 戯戲 犠犧 旧舊 拠據 挙擧 虚虛 峡峽 挟挾 狭狹 郷鄕鄊 暁曉 区區 勲勳 "
      "薫薰 径徑 茎莖 掲揭 渓溪谿 経經 蛍螢 軽輕 継繼 鶏鷄雞 芸藝 撃擊 研硏 県縣 倹儉 "
      "剣劍劒剱劔釼 険險 圏圈 検檢 献獻 権權 顕顯 験驗 厳嚴 効效 恒恆 黄黃 鉱鑛 号號 黒黑 "
      "砕碎 済濟 剤劑 雑雜襍 参參 桟棧 蚕蠶 惨慘 賛贊 残殘 糸絲 歯齒 児兒 辞辭 湿濕溼 実實 "
      "写寫 釈釋 収收 従從 渋澁 獣獸 縦縱 粛肅 処處 叙敍敘 将將 称稱 渉涉 焼燒 証證 奨奬 "
      "条條 状狀 乗乘 浄淨 剰剩 畳疊 縄繩 壌壤 嬢孃 譲讓 醸釀 触觸 嘱囑 寝寢 慎愼 尽盡 図圖 "
      "粋粹 穂穗 随隨 髄髓 枢樞 数數 瀬瀨 声聲 青靑 静靜 清淸 税稅 窃竊 摂攝 説說 浅淺 戦戰 "
      "践踐 銭錢 潜潛 専專 繊纖 禅禪 双雙 壮壯 争爭 荘莊庄 捜搜 挿插 巣巢 痩瘦 装裝 総總 "
      "騒騷 増增 臓臟 即卽 属屬 続續 堕墮 対對 体體 帯帶 滞滯 台臺 択擇 担擔 単單 胆膽 団團 "
      "断斷 弾彈 遅遲 痴癡 虫蟲 昼晝 鋳鑄 庁廳 徴徵 聴聽 勅敕 鎮鎭 逓遞 転轉 点點奌 伝傳 "
      "灯燈 当當 党黨 盗盜 稲稻 闘鬪 独獨 読讀 届屆 弐貳 悩惱 脳腦 覇霸 拝拜 廃廢 売賣 麦麥 "
      "発發 髪髮 抜拔 蛮蠻 秘祕 瓶甁 払拂 仏佛 併倂 並竝 変變 歩步 宝寶寳 万萬 満滿 麺麵 "
      "黙默 戻戾 訳譯 薬藥 与與 予豫 余餘 誉譽 揺搖 様樣 謡謠 来來 乱亂 覧覽 両兩 猟獵 塁壘 "
      "励勵 霊靈 齢齡 暦曆 歴歷 恋戀 錬鍊 炉爐 労勞 楼樓 録錄 湾灣 亀龜 鉤鈎 兎兔 呉吳 娯娛 "
      "内內 戸戶 教敎 毎每 産產 尚尙 舎舍 瑶瑤 萌萠 蒋蔣 莱萊 晃晄 藁稾 皐皋 竈竃 篠筱 蘇蘓 "
      "歳嵗 鬱欝 禄祿 薗園 栃杤 畑畠 ";
#endif
