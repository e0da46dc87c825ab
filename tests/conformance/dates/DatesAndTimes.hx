/** `Date` and `DateTools`, in ways that do not depend on the time zone. **/
using DateTools;

class DatesAndTimes {
	static function show(d:Date) {
		Sys.println('$d ${d.getFullYear()} ${d.getMonth()} ${d.getDate()} ${d.getDay()} ${d.getHours()} ${d.getMinutes()} ${d.getSeconds()}');
	}

	static function showUtc(t:Float) {
		var d = Date.fromTime(t);
		Sys.println('${d.getUTCFullYear()} ${d.getUTCMonth()} ${d.getUTCDate()} ${d.getUTCDay()} ${d.getUTCHours()} ${d.getUTCMinutes()} ${d.getUTCSeconds()}');
	}

	static function read(s:String) {
		Sys.println(try s + " is " + Date.fromString(s) catch (e:Dynamic) Std.string(e));
	}

	static function main() {
		show(new Date(2024, 1, 29, 12, 34, 56));
		show(new Date(2023, 11, 31, 23, 59, 59));
		show(new Date(2024, 0, 31, 0, 0, 0));
		show(new Date(2024, 12, 1, 0, 0, 0));
		show(new Date(2024, -1, 1, 0, 0, 0));
		show(new Date(2024, 1, 31, 0, 0, 0));
		show(new Date(2024, 1, 0, 25, 61, 61));
		show(new Date(2024, 0, 1, 0, 0, -1));
		show(new Date(1900, 0, 1, 0, 0, 0));
		show(new Date(1999, 11, 31, 0, 0, 0));
		show(new Date(2000, 1, 29, 1, 1, 1));
		show(new Date(2100, 1, 29, 1, 1, 1));
		show(new Date(1969, 11, 31, 6, 7, 8));
		show(new Date(1, 0, 1, 0, 0, 0));
		show(new Date(9999, 11, 31, 23, 59, 59));
		for (t in [0.0, 1500.0, 86399999.0, 86400000.0, 1e12, -86400000.0, -1e12, 951782400000.0, 1709164800000.0, 4102444800000.0]) showUtc(t);
		Sys.println(Date.fromTime(1500).getTime() + " " + Date.fromTime(-5).getTime());
		for (s in ["2024-02-29", "2024-02-29 01:02:03", "2024-02-30", "2024-13-01", "1969-12-31", "2024-1-2", "garbage", "", "2024-02-29T01:02:03", "2024-02-29 1:2:3"]) read(s);
		Sys.println(Date.fromString("01:02:03").getTime() + " " + Date.fromString("99:99:99").getTime());

		var d = new Date(2024, 1, 5, 3, 7, 9);
		for (code in "aAbBCdDeFhHIklmMnprRStTuwyY%".split("")) Sys.println(code + " [" + d.format("%" + code) + "]");
		for (code in "aHIklpru".split("")) Sys.println(code + " [" + new Date(2024, 1, 4, 12, 0, 0).format("%" + code) + "] [" + new Date(2024, 1, 4, 0, 0, 0).format("%" + code) + "]");
		Sys.println(d.format("on %d.%m.%Y at %H:%M"));
		Sys.println(d.format("") + d.format("plain"));
		Sys.println(try d.format("%Q") catch (e:haxe.Exception) e.message);
		Sys.println([for (m in 0...12) new Date(2023, m, 1, 0, 0, 0).getMonthDays()]);
		Sys.println([for (y in [1900, 2000, 2023, 2024]) new Date(y, 1, 1, 0, 0, 0).getMonthDays()]);
		Sys.println(DateTools.seconds(1.5) + " " + DateTools.minutes(2) + " " + DateTools.hours(3) + " " + DateTools.days(4));
		for (t in [0.0, 1e9, 93784005.0, -93784005.0]) {
			var p = DateTools.parse(t);
			Sys.println('${p.days} ${p.hours} ${p.minutes} ${p.seconds} ${p.ms} ${DateTools.make(p)}');
		}
		Sys.println(new Date(2024, 1, 28, 10, 0, 0).delta(DateTools.days(2)));
		Sys.println(new Date(2024, 0, 2, 0, 0, 0).getTime() - new Date(2024, 0, 1, 0, 0, 0).getTime());
		Sys.println(new Date(2024, 0, 1, 0, 0, 0).getTime() < new Date(2024, 0, 1, 0, 0, 1).getTime());
		Sys.println(Date.now().getTime() >= 0);
		Sys.println({at: d});
		Sys.println([d]);
	}
}
