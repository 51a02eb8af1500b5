//! Values that leave the service and come back: nobody else can read them, nobody can change them.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305,
    aead::{Aead, Payload},
};
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};

use crate::{
    app::App,
    error::{Error, Result},
};

/// Seals `value` for one purpose: what was sealed for another does not open.
pub fn seal(app: &App, purpose: &str, value: &impl Serialize) -> Result<String> {
    let nonce = app.ids.nonce();
    let plain = serde_json::to_vec(value).map_err(Error::internal)?;
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

fn cipher(app: &App) -> XChaCha20Poly1305 {
    let secret = app.config.secret.as_deref().unwrap_or_default();
    let key: [u8; 32] = Sha256::digest(format!("initiatives sealing key\n{secret}")).into();
    XChaCha20Poly1305::new((&key).into())
}
