//! What a browser says of itself, in words for its owner.

/// The browser and the system that `agent` names, as far as it names any. What is named last decides: most pretend to be
/// others first.
pub fn described(agent: &str) -> (Option<&'static str>, Option<&'static str>) {
    (first_of(agent, &BROWSERS), first_of(agent, &SYSTEMS))
}

/// In the order in which they must be asked: Edge calls itself Chrome and Safari too.
const BROWSERS: [(&str, &str); 8] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
];

const SYSTEMS: [(&str, &str); 7] = [
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

fn first_of(agent: &str, names: &[(&str, &'static str)]) -> Option<&'static str> {
    names.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_browsers_are_told_apart() {
        let windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)";
        let chrome = format!("{windows} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36");
        assert_eq!(described(&chrome), (Some("Chrome"), Some("Windows")));
        assert_eq!(described(&format!("{chrome} Edg/138.0.0.0")), (Some("Edge"), Some("Windows")));
        let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
        assert_eq!(described(firefox), (Some("Firefox"), Some("Linux")));
        let phone =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Safari/604.1";
        assert_eq!(described(phone), (Some("Safari"), Some("iPhone")));
        assert_eq!(described("curl/8"), (None, None));
    }
}
