//! Values that leave the service and come back: nobody else can read them, nobody can change them.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305,
    aead::{Aead, Payload},
};
use hmac::{Hmac, Mac};
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256, Sha512};

use crate::{
    app::App,
    error::{Error, Result},
};

/// Seals `value` for one purpose: what was sealed for another does not open. The same value looks the same each time, so that a letter
/// can be written out before its turn, and the link in it does not change from letter to letter; that is all that can be told from it.
pub fn seal(app: &App, purpose: &str, value: &impl Serialize) -> Result<String> {
    let plain = serde_json::to_vec(value).map_err(Error::internal)?;
    let nonce = nonce(app, purpose, &plain);
    let sealed = cipher(app)
        .encrypt((&nonce).into(), Payload { msg: &plain, aad: purpose.as_bytes() })
        .map_err(Error::internal)?;
    Ok(BASE64.encode([nonce.as_slice(), &sealed].concat()))
}

/// What was sealed for `purpose`; nothing if it was not, or was changed since.
pub fn open<T: DeserializeOwned>(app: &App, purpose: &str, sealed: &str) -> Option<T> {
    let bytes = BASE64.decode(sealed).ok()?;
    let (nonce, sealed) = bytes.split_at_checked(24)?;
    let nonce: [u8; 24] = nonce.try_into().ok()?;
    let plain = cipher(app).decrypt((&nonce).into(), Payload { msg: sealed, aad: purpose.as_bytes() }).ok()?;
    serde_json::from_slice(&plain).ok()
}

/// Made of what is sealed, by a key of its own: two values do not share one.
fn nonce(app: &App, purpose: &str, plain: &[u8]) -> [u8; 24] {
    let length = u64::try_from(purpose.len()).unwrap_or(u64::MAX).to_be_bytes();
    let made: [u8; 32] = mac(app.config.secret.as_deref().unwrap_or_default(), "sealing nonce")
        .chain_update(length)
        .chain_update(purpose)
        .chain_update(plain)
        .finalize()
        .into_bytes()
        .into();
    std::array::from_fn(|n| made[n])
}

/// What proves for one purpose that something is ours, by a key of its own made of the service's secret.
pub fn mac(secret: &str, purpose: &str) -> Hmac<Sha256> {
    // As long as a block of SHA-256, as HMAC takes keys.
    Hmac::new(&Sha512::digest(format!("initiatives {purpose}\n{secret}")))
}

fn cipher(app: &App) -> XChaCha20Poly1305 {
    let secret = app.config.secret.as_deref().unwrap_or_default();
    let key: [u8; 32] = Sha256::digest(format!("initiatives sealing key\n{secret}")).into();
    XChaCha20Poly1305::new((&key).into())
}
