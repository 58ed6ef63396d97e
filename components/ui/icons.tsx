import clsx from "clsx";
import type { ReactNode } from "react";
import sprite from "./icons.svg";

interface IconProps {
  /** Pixels; 24 unless given. */
  size?: number;
  className?: string;
  "aria-hidden"?: boolean;
}

export type Icon = (props: IconProps) => ReactNode;

const { src } = sprite as { src: string };

// A page shows a hundred icons and loads their drawings once.
function draw(name: string, { size = 24, className }: IconProps) {
  return (
    <svg aria-hidden="true" width={size} height={size} className={clsx("icon", className)}>
      <use href={`${src}#${name}`} />
    </svg>
  );
}

const icon =
  (name: string): Icon =>
  (props) =>
    draw(name, props);

export const ArrowDown = icon("arrow-down");
export const ArrowLeft = icon("arrow-left");
export const ArrowRight = icon("arrow-right");
export const ArrowUp = icon("arrow-up");
export const AtSign = icon("at-sign");
export const Bell = icon("bell");
export const BellOff = icon("bell-off");
export const Bold = icon("bold");
export const Bookmark = icon("bookmark");
export const CalendarDays = icon("calendar-days");
export const Check = icon("check");
export const ChevronDown = icon("chevron-down");
export const ChevronsUpDown = icon("chevrons-up-down");
export const CircleAlert = icon("circle-alert");
export const CircleCheck = icon("circle-check");
export const CircleQuestionMark = icon("circle-question-mark");
export const CircleUserRound = icon("circle-user-round");
export const Code = icon("code");
export const Compass = icon("compass");
export const Copy = icon("copy");
export const DoorOpen = icon("door-open");
export const Download = icon("download");
export const Ellipsis = icon("ellipsis");
export const ExternalLink = icon("external-link");
export const Eye = icon("eye");
export const EyeOff = icon("eye-off");
export const Globe = icon("globe");
export const GripVertical = icon("grip-vertical");
export const Heading = icon("heading");
export const Heart = icon("heart");
export const House = icon("house");
export const Image = icon("image");
export const ImagePlus = icon("image-plus");
export const Info = icon("info");
export const Italic = icon("italic");
export const KeyRound = icon("key-round");
export const Languages = icon("languages");
export const Layers = icon("layers");
export const Link2 = icon("link-2");
export const List = icon("list");
export const ListOrdered = icon("list-ordered");
export const LoaderCircle = icon("loader-circle");
export const Lock = icon("lock");
export const LogIn = icon("log-in");
export const LogOut = icon("log-out");
export const Mail = icon("mail");
export const MapPin = icon("map-pin");
export const Megaphone = icon("megaphone");
export const MessageCircle = icon("message-circle");
export const Monitor = icon("monitor");
export const PauseCircle = icon("pause-circle");
export const Pencil = icon("pencil");
export const Pin = icon("pin");
export const PinOff = icon("pin-off");
export const Plus = icon("plus");
export const Printer = icon("printer");
export const RotateCw = icon("rotate-cw");
export const Route = icon("route");
export const Search = icon("search");
export const Settings = icon("settings");
export const Share2 = icon("share-2");
export const Shield = icon("shield");
export const SunMoon = icon("sun-moon");
export const TextQuote = icon("text-quote");
export const ThumbsDown = icon("thumbs-down");
export const ThumbsUp = icon("thumbs-up");
export const Trash2 = icon("trash-2");
export const TriangleAlert = icon("triangle-alert");
export const Undo2 = icon("undo-2");
export const Upload = icon("upload");
export const UserRound = icon("user-round");
export const UserRoundX = icon("user-round-x");
export const Users = icon("users");
export const UsersRound = icon("users-round");
export const Video = icon("video");
export const Waypoints = icon("waypoints");
export const X = icon("x");
