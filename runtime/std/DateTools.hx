/** Further operations on dates and durations, meant for `using DateTools`. Durations are milliseconds. **/
class DateTools {
	static final DAY_NAMES = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
	static final MONTH_NAMES = [
		"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"
	];

	/**
		The date as `f` says, in the local zone, in English, with these codes:

		- `%Y` year, `%C` its hundreds, `%y` the rest in two digits
		- `%m` month in two digits, `%B` its name, `%b` and `%h` short
		- `%d` day in two digits, `%e` without padding
		- `%A` name of the day, `%a` short, `%w` number from Sunday as 0, `%u` from Monday as 1
		- `%H` hour in two digits, `%k` padded with a space, `%I` and `%l` the same of 12, `%p` AM or PM
		- `%M` minute, `%S` second in two digits
		- `%s` seconds since 1970 began in UTC
		- `%D` is `%m/%d/%y`, `%F` is `%Y-%m-%d`, `%R` is `%H:%M`, `%T` is `%H:%M:%S`, `%r` is `%I:%M:%S %p`
		- `%n` line feed, `%t` tab, `%%` percent sign

		Throws a `NotImplementedException` for other codes.
	**/
	public static function format(d:Date, f:String):String {
		var result = new StringBuf();
		var at = 0;
		while (true) {
			var next = f.indexOf("%", at);
			if (next < 0) break;
			result.addSub(f, at, next - at);
			result.add(formatCode(d, f.substr(next + 1, 1)));
			at = next + 2;
		}
		result.addSub(f, at);
		return result.toString();
	}

	static function formatCode(d:Date, code:String):String {
		return switch (code) {
			case "%": "%";
			case "a": DAY_NAMES[d.getDay()].substr(0, 3);
			case "A": DAY_NAMES[d.getDay()];
			case "b", "h": MONTH_NAMES[d.getMonth()].substr(0, 3);
			case "B": MONTH_NAMES[d.getMonth()];
			case "C": padded(Std.int(d.getFullYear() / 100), "0", 2);
			case "d": padded(d.getDate(), "0", 2);
			case "D": format(d, "%m/%d/%y");
			case "e": Std.string(d.getDate());
			case "F": format(d, "%Y-%m-%d");
			case "H": padded(d.getHours(), "0", 2);
			case "I": padded(hourOf12(d), "0", 2);
			case "k": padded(d.getHours(), " ", 2);
			case "l": padded(hourOf12(d), " ", 2);
			case "m": padded(d.getMonth() + 1, "0", 2);
			case "M": padded(d.getMinutes(), "0", 2);
			case "n": "\n";
			case "p": d.getHours() > 11 ? "PM" : "AM";
			case "r": format(d, "%I:%M:%S %p");
			case "R": format(d, "%H:%M");
			case "s": Std.string(Math.ffloor(d.getTime() / 1000));
			case "S": padded(d.getSeconds(), "0", 2);
			case "t": "\t";
			case "T": format(d, "%H:%M:%S");
			case "u": Std.string(d.getDay() == 0 ? 7 : d.getDay());
			case "w": Std.string(d.getDay());
			case "y": padded(d.getFullYear() % 100, "0", 2);
			case "Y": padded(d.getFullYear(), "0", 4);
			default: throw new haxe.exceptions.NotImplementedException("Date.format %" + code + "- not implemented yet.");
		}
	}

	static function padded(number:Int, by:String, length:Int):String {
		return StringTools.lpad(Std.string(number), by, length);
	}

	static function hourOf12(d:Date):Int {
		var hour = d.getHours() % 12;
		return hour == 0 ? 12 : hour;
	}

	/** The date `t` milliseconds later. **/
	public static function delta(d:Date, t:Float):Date {
		return Date.fromTime(d.getTime() + t);
	}

	/** The number of days of the date's month. **/
	public static function getMonthDays(d:Date):Int {
		var year = d.getFullYear();
		var isLeapYear = year % 4 == 0 && year % 100 != 0 || year % 400 == 0;
		return switch (d.getMonth()) {
			case 1: isLeapYear ? 29 : 28;
			case 3, 5, 8, 10: 30;
			default: 31;
		}
	}

	/** Milliseconds of seconds. **/
	public static inline function seconds(n:Float):Float {
		return n * 1000.0;
	}

	/** Milliseconds of minutes. **/
	public static inline function minutes(n:Float):Float {
		return n * 60000.0;
	}

	/** Milliseconds of hours. **/
	public static inline function hours(n:Float):Float {
		return n * 3600000.0;
	}

	/** Milliseconds of days. **/
	public static inline function days(n:Float):Float {
		return n * 86400000.0;
	}

	/** A duration in parts, all of the sign of the whole. **/
	public static function parse(t:Float):{days:Int, hours:Int, minutes:Int, seconds:Int, ms:Float} {
		var s = t / 1000;
		var m = s / 60;
		var h = m / 60;
		return {
			ms: t % 1000,
			seconds: Std.int(s % 60),
			minutes: Std.int(m % 60),
			hours: Std.int(h % 24),
			days: Std.int(h / 24)
		};
	}

	/** The duration that parts make. **/
	public static function make(o:{days:Int, hours:Int, minutes:Int, seconds:Int, ms:Float}):Float {
		return o.ms + 1000.0 * (o.seconds + 60.0 * (o.minutes + 60.0 * (o.hours + 24.0 * o.days)));
	}

	/** Milliseconds since 1970 of a date and time in UTC. **/
	@:noUsing public static function makeUtc(year:Int, month:Int, day:Int, hour:Int, min:Int, sec:Int):Float {
		return haxe.internal.Calendar.time(year, month, day, hour, min, sec);
	}
}
