package core.input;

/** Codes of keys: their places on the keyboard, as USB numbers them (HID usage page 7). **/
class Keys {
	public static inline final A = 4;
	public static inline final D = 7;
	public static inline final E = 8;
	public static inline final F = 9;
	public static inline final Q = 20;
	public static inline final R = 21;
	public static inline final S = 22;
	public static inline final W = 26;
	public static inline final ENTER = 40;
	public static inline final ESCAPE = 41;
	public static inline final SPACE = 44;
	public static inline final RIGHT = 79;
	public static inline final LEFT = 80;
	public static inline final DOWN = 81;
	public static inline final UP = 82;
	public static inline final LEFT_SHIFT = 225;
}
