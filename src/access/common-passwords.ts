/**
 * What is guessed first, in lower case: the passwords and words that people everywhere, and in this trade and city,
 * use. A word too short for a password is listed because people lengthen it with digits.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `
  password passwort passwords mypassword yourpassword thepassword newpassword password1password passw0rd passwd pass
  passphrase secret topsecret supersecret secretpassword changeme changemenow changeit letmein letmeinnow welcome
  welcomeback welcometo default test tester testing testtest testuser guest user username login signin
  admin administrator adminadmin adminpassword root rootroot toor superuser sysadmin manager system server oracle
  database postgres mysql windows computer internet office company security private access master superman batman
  spiderman pokemon naruto starwars dragon monkey shadow sunshine princess football baseball basketball soccer
  michael jordan michelle jessica jennifer charlie thomas daniel robert andrew joshua matthew ashley
  iloveyou iloveyouso iloveyoubaby iloveyouforever ilovemyself loveyou lovelove forever fuckyou fuckoff
  abc abcd abcde abcdef abcabc abcdabcd aabbcc asd asdasd asdasdasd asdf asdfasdf asdfgh asdfghjkl zxc zxcvbn zxcvbnm
  qwe qweqwe qweasd qweasdzxc qwer qwerasdf qwert qwerty qwertyui qwertyuiop qwertyqwerty qazwsx qazwsxedc
  qazwsxedcrfv zaqwsx zaqxsw zaqwsxcde poiuytrewq mnbvcxz lkjhgfdsa a aa aaa q qq w x z
  1qaz2wsx 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw2 1qazxsw23edc 1q2w3e 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y
  1q2w3e4r5t6y7u q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 a1b2c3d4 a1b2c3d4e5 a1b2c3d4e5f6 1a2b3c4d 1a2b3c4d5e 1a2b3c4d5e6f
  zaq12wsx zaq12wsxcde3 zaq1xsw2 zaq1xsw2cde3 qwe123qwe123 qwer1234qwer asd123asd123 abc123abc123 123qweasdzxc
  qweasd123456 123456qwerty 1234qwerasdf qwer1234asdf aa123456aa11 a123456b123456 1314521iloveyou
  woaini woaiwojia woaini1314 woaini520 woaini5201314 wobuzhidao wozuiniu wodemima mima mimamima
  wodeshengri nihao nihaoma nihaonihao zhongguo zhonghua woaizhongguo beijing shanghai guangzhou guangdong shenzhen
  foshan zhejiang jiangsu tianhe baiyun liwan yuexiu haizhu panyu huangpu nansha huadu zengcheng conghua
  zhangwei wangwei wangfang liwei lina lijing zhangmin zhangjing liujing liuyang chenjing wangyang
  baobei baobao laopo laogong qinaide shabi caonima dage meimei gege xiaoxiao tiantian linlin yangyang
  shegong shehuigongzuo shegongzhan shegongfuwu shuangbaiyang minzheng minzhengju jiedao shequ zhiyuanzhe
  social socialwork socialworker socialworkstation station stations volunteer community guangzhousocialwork
  密码 我的密码 我爱你 管理员 社工 社工站 广州 中国 测试
  correcthorsebatterystaple thequickbrownfox trustno1trustno1 hellohello hello helloworld whatever nothing google
  baidu tencent alibaba taobao wechat weixin alipay huawei xiaomi linkedin facebook twitter samsung apple
  `
    .trim()
    .split(/\s+/),
);
