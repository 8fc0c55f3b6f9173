"""Settings of the house. Production is the default and refuses to start while anything it needs is missing;
``HOLOS_ENV=development`` is said by ``make run`` and the tests. Variables: ``docs/operations.md``."""

from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from config import database, env, keys, log, sqlite

BASE_DIR = Path(__file__).resolve().parent.parent
HOLOS_DEVELOPMENT = env.choice("HOLOS_ENV", ("production", "development"), default="production") == "development"
HOLOS_ROLE = env.choice("HOLOS_ROLE", ("public", "staff", "all"), default="all")

# Where data lies
HOLOS_DATA_DIR = env.path("HOLOS_DATA_DIR", default=BASE_DIR / "var")
HOLOS_PRIVATE_ROOT = env.path("HOLOS_PRIVATE_ROOT", default=HOLOS_DATA_DIR / "private")
HOLOS_PUBLIC_ROOT = env.path("HOLOS_PUBLIC_ROOT", default=HOLOS_DATA_DIR / "public")
HOLOS_MAINTENANCE_SIGN = HOLOS_PUBLIC_ROOT / ".maintenance" / "closed"  # both processes see it, no sweep does

# Secrets. The public process never gets a key that opens private fields.
if HOLOS_DEVELOPMENT:
    SECRET_KEY = env.text("HOLOS_SECRET_KEY", default=None) or keys.development_key(HOLOS_DATA_DIR, "secret-key")
    HOLOS_FIELD_KEYS = env.names("HOLOS_FIELD_KEYS", default=()) or [keys.development_key(HOLOS_DATA_DIR, "field-key")]
    ALLOWED_HOSTS = env.names("HOLOS_ALLOWED_HOSTS", default=("127.0.0.1", "localhost", "[::1]"))
    behind_proxy = env.flag("HOLOS_BEHIND_PROXY", default=False)
else:
    SECRET_KEY = env.text("HOLOS_SECRET_KEY", what="a long random text", at_least=50)
    HOLOS_FIELD_KEYS = (
        []
        if HOLOS_ROLE == "public"
        else env.names("HOLOS_FIELD_KEYS", what="random texts, the newest first", at_least=32)
    )
    ALLOWED_HOSTS = env.names("HOLOS_ALLOWED_HOSTS", what="the host names of the site")
    if "*" in ALLOWED_HOSTS:
        raise ImproperlyConfigured("HOLOS_ALLOWED_HOSTS may not be *: name the hosts of the site.")
    behind_proxy = env.flag("HOLOS_BEHIND_PROXY")
SECRET_KEY_FALLBACKS = env.names("HOLOS_SECRET_KEY_FALLBACKS", default=(), at_least=32)
SALT_KEY = HOLOS_FIELD_KEYS  # the name under which django-fernet-encrypted-fields looks for it

DEBUG = env.flag("HOLOS_DEBUG", default=False)
if DEBUG and not HOLOS_DEVELOPMENT:
    raise ImproperlyConfigured("HOLOS_DEBUG shows private data in error pages; unset it or set HOLOS_ENV=development.")

# What the site says of itself
HOLOS_DEMONSTRATION = env.flag("HOLOS_DEMONSTRATION", default=HOLOS_DEVELOPMENT)
HOLOS_SITE_NAME = env.text("HOLOS_SITE_NAME", default="Holos")
HOLOS_PUBLISHER = env.text("HOLOS_PUBLISHER", default="")
HOLOS_CONTACT_EMAIL = env.text(
    "HOLOS_CONTACT_EMAIL",
    default="archive@example.org" if HOLOS_DEVELOPMENT else env.REQUIRED,
    what="an address people reach",
)
HOLOS_QUICK_EXIT_URL = env.text("HOLOS_QUICK_EXIT_URL", default="https://uk.wikipedia.org/")
HOLOS_UPLOAD_LIMIT_BYTES = env.integer("HOLOS_UPLOAD_LIMIT_BYTES", default=8 * 1024**3, at_least=1)

INSTALLED_APPS = [
    "modeltranslation",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_filters",
    "csp",
    "config",
    "archive.catalogue",
    "archive.edition",
    "archive.vault",
    "archive.custody",
    "archive.jobs",
    "archive.publishing",
    "archive.finding",
    "archive.reading_room",
    "archive.workroom",
    "archive.sample",
    "archive.trial",
]
AUTH_USER_MODEL = "catalogue.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
STAFF = HOLOS_ROLE != "public"
MIDDLEWARE = [
    "config.middleware.headers.SecurityHeadersMiddleware",
    "config.middleware.compression.CompressionMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    *(["config.middleware.workroom.WorkroomSessionMiddleware"] if STAFF else []),
    "django.middleware.locale.LocaleMiddleware",
    "config.middleware.maintenance.MaintenanceMiddleware",
    "django.middleware.common.CommonMiddleware",
    *(
        [
            "config.middleware.workroom.WorkroomCsrfMiddleware",
            "config.middleware.workroom.WorkroomAuthenticationMiddleware",
            "config.middleware.workroom.WorkroomMessageMiddleware",
            "archive.workroom.middleware.ActingMiddleware",
        ]
        if STAFF
        else []
    ),
]

# What a page may load: its own parts from its own address, nothing inline, nothing from elsewhere.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "media-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "no-referrer"

# Transport. HOLOS_BEHIND_PROXY says that a proxy ends TLS, sets X-Forwarded-Proto and drops a visitor's own.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if behind_proxy else None
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not HOLOS_DEVELOPMENT
SECURE_HSTS_SECONDS = 0 if HOLOS_DEVELOPMENT else env.integer("HOLOS_HSTS_SECONDS", default=365 * 24 * 3600)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not HOLOS_DEVELOPMENT and env.flag(
    "HOLOS_HSTS_SUBDOMAINS", default=False
)

# Staff cookies never leave the workroom; a working day ends the session, and so does closing the browser.
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = LANGUAGE_COOKIE_PATH = "/workroom/"
SESSION_COOKIE_AGE = 8 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_NAME = "workroom_language"

# W003 looks for Django's CSRF class by name; ours is a subclass of it that runs in the workroom.
# W005 and W021 are the archive's choice of HOLOS_HSTS_SUBDOMAINS: other sites may live under its domain.
# The admin asks for sessions and sign-in, which the public process does without; it has no address there.
SILENCED_SYSTEM_CHECKS = ["security.W003", "security.W005", "security.W021"]
if not STAFF:
    SILENCED_SYSTEM_CHECKS += ["admin.E408", "admin.E409", "admin.E410"]
LOGGING = log.configuration(HOLOS_DEVELOPMENT)

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

database_url = env.text("HOLOS_DATABASE_URL", default=None)
DATABASES = {
    "default": database.from_url(database_url) if database_url else database.sqlite(HOLOS_DATA_DIR / "db.sqlite3")
}
if not HOLOS_DEVELOPMENT and DATABASES["default"]["ENGINE"].endswith("sqlite3") and not sqlite.is_safe():
    raise ImproperlyConfigured(
        "This SQLite can damage a database that several processes use. Install pysqlite3, "
        "or use PostgreSQL by setting HOLOS_DATABASE_URL."
    )

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# Languages: the interface in three; what narrators said and archivists write in four.
LANGUAGE_CODE = "uk"
LANGUAGES = [("uk", _("Ukrainian")), ("en", _("English")), ("pl", _("Polish"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
MODELTRANSLATION_LANGUAGES = ("uk", "en", "pl", "ru")
MODELTRANSLATION_DEFAULT_LANGUAGE = "uk"
MODELTRANSLATION_FALLBACK_LANGUAGES = ("uk", "en", "pl", "ru")
USE_TZ = True
TIME_ZONE = env.text("HOLOS_TIME_ZONE", default="Europe/Kyiv")

STATIC_URL = "/static/"
STATIC_ROOT = env.path("HOLOS_STATIC_ROOT", default=BASE_DIR / "staticfiles")
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if HOLOS_DEVELOPMENT
        else "config.static.NamedByContent"
    },
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = HOLOS_DEVELOPMENT
WHITENOISE_MAX_AGE = 0 if HOLOS_DEVELOPMENT else 3600
WHITENOISE_ALLOW_ALL_ORIGINS = False

# Uploads stream into the private storage, so that a film is moved into the vault and never copied through memory.
MEDIA_ROOT = HOLOS_PRIVATE_ROOT
FILE_UPLOAD_TEMP_DIR = HOLOS_PRIVATE_ROOT / "incoming" if STAFF else None
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
if STAFF:
    FILE_UPLOAD_TEMP_DIR.mkdir(parents=True, exist_ok=True)
    HOLOS_PRIVATE_ROOT.chmod(0o700)
    HOLOS_PUBLIC_ROOT.mkdir(parents=True, exist_ok=True)
