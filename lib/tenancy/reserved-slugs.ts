const BRAND = `
  archipelago archipelagos archipelagoes archipelago-admin archipelago-auth archipelago-billing
  archipelago-help archipelago-login archipelago-mail archipelago-official archipelago-platform
  archipelago-security archipelago-staff archipelago-status archipelago-support archipelago-team
  archipel archipelagus archpelago archipelgo archipelageo archipelargo arcipelago archiepelago
  archipellago archippelago archipalago archipeligo arkipelago official officially verified
`;

const HOSTS = `
  www www1 www2 www3 web mail email webmail mx mx1 mx2 smtp imap pop pop3 ns ns1 ns2 ns3 ns4 dns
  ftp sftp ssh vpn proxy gateway edge origin cdn static asset media image img images file upload
  download avatar font css js script icon cache data-api db database postgres redis supabase
  realtime storage queue worker cron job-runner localhost local internal intranet lan wpad isatap
  autoconfig autodiscover broadcasthost well-known mta-sts dkim dmarc spf caldav carddav
  webdav jabber xmpp irc git svn ci preview staging stage prod production dev devel develop
  development test testing tests qa uat beta alpha canary sandbox demo example sample
`;

const PRODUCT = `
  admin administrator administration adm mother-app mother platform network networks tenant
  community communities commune island islands app apps api apis graphql rest rpc webhook hook
  auth authenticate authentication authorize oauth oauth2 oidc openid saml sso scim idp login
  log-in logout log-out signin sign-in signout sign-out signup sign-up register registration
  join invite invitation session sessions account accounts profile profiles user users member
  members me my you self settings setting preferences password reset verify verification confirm
  confirmation token key keys passkey feed feeds home index main root start welcome onboarding
  directory discover explore search find new create edit delete remove update journey journeys
  message messages inbox notification notifications event events calendar post posts comment
  comments group groups memory memories share sharing switch switcher go-to dashboard console
  panel cpanel control manage manager moderation moderator owner staff team root-admin
  superadmin superuser sysadmin system server service services bot robot embed oembed widget
  export import archive archives backup migrate analytics metrics stats statistics status uptime
  health healthz ping log logs audit monitor monitoring trace
`;

const PAGES = `
  about about-us abuse advertise affiliate blog brand business billing invoice payment payments pay
  checkout subscribe subscription unsubscribe pricing plan plans upgrade tier enterprise careers
  jobs changelog roadmap release releases contact contact-us copyright dmca cookie cookies gdpr
  privacy legal terms tos imprint impressum license licence policy policies compliance trust
  safety report reports docs doc documentation guide guides handbook help helpdesk helpcenter faq
  support supports ticket feedback forum info information news newsletter press partner partners
  developer developers sitemap robots favicon manifest rss atom store shop market marketplace
  download-app install
  postmaster hostmaster webmaster noreply no-reply mailer-daemon mailer daemon nobody anonymous
  guest null undefined none true false void nil everyone anyone
`;

/**
 * Addresses no community may have, singular and plural, sorted, each once. The database holds the
 * same list in `private.reserved_slugs`. Subjects people gather around (data, security, go) stay free.
 */
export const RESERVED_SLUGS: readonly string[] = listReserved();

function listReserved(): string[] {
  const words = [BRAND, HOSTS, PRODUCT, PAGES].flatMap((text) => text.trim().split(/\s+/));
  const plurals = words.filter((word) => !/[s\d]$/.test(word) && word.length > 2).map((word) => `${word}s`);
  return [...new Set([...words, ...plurals])].sort();
}
